/**
 * Signing up and signing in by password: the routes below {@code /api/auth} and their pages.
 */
@NullMarked
package dev.latchkey.adapter.web.signin;

import org.jspecify.annotations.NullMarked;
