/**
 * One-time secrets as rows, sealed by {@code vault}; what an answer does to one is decided in the domain.
 */
@NullMarked
package dev.latchkey.adapter.persistence.onetime;

import org.jspecify.annotations.NullMarked;
