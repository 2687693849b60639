/**
 * Changing a password, and getting over one that was forgotten. Signing in with it is {@code signin}'s.
 */
@NullMarked
package dev.latchkey.application.password;

import org.jspecify.annotations.NullMarked;
