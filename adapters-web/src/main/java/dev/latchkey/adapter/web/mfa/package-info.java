/**
 * The second factor, and showing again who one is: the routes below {@code /api/auth/mfa}, {@code /api/auth/reauthenticate}
 * and their pages. Where a browser is led after its first factor is {@code session}'s.
 */
@NullMarked
package dev.latchkey.adapter.web.mfa;

import org.jspecify.annotations.NullMarked;
