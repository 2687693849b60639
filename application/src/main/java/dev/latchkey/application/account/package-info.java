/**
 * Keeping accounts. How their owners sign in is {@code signin}'s.
 */
@NullMarked
package dev.latchkey.application.account;

import org.jspecify.annotations.NullMarked;
