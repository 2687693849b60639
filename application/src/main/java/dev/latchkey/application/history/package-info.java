/**
 * Reading what the audit has written, by those whom it concerns, and what it would write of a sign-in. Writing it is
 * {@code audit}'s.
 */
@NullMarked
package dev.latchkey.application.history;

import org.jspecify.annotations.NullMarked;
