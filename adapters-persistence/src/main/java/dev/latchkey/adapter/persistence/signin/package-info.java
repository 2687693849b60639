/**
 * Counts of wrong guesses as rows.
 */
@NullMarked
package dev.latchkey.adapter.persistence.signin;

import org.jspecify.annotations.NullMarked;
