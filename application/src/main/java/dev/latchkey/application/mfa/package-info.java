/**
 * Enrolling, showing, renewing and removing a second factor.
 */
@NullMarked
package dev.latchkey.application.mfa;

import org.jspecify.annotations.NullMarked;
