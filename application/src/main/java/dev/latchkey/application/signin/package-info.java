/**
 * Signing up and signing in by password.
 */
@NullMarked
package dev.latchkey.application.signin;

import org.jspecify.annotations.NullMarked;
