/**
 * Facts that are kept for good: who did what, from where, and which rules decided.
 */
@NullMarked
package dev.latchkey.domain.audit;

import org.jspecify.annotations.NullMarked;
