/**
 * How the history of an organization is asked for, and shown to programs and people.
 */
@NullMarked
package dev.latchkey.adapter.web.audit;

import org.jspecify.annotations.NullMarked;
