/**
 * Changing a password and getting over a forgotten one, as routes and as pages. Signing in with it is {@code signin}'s.
 */
@NullMarked
package dev.latchkey.adapter.web.password;

import org.jspecify.annotations.NullMarked;
