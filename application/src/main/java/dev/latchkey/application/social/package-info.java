/**
 * Signing in, and being linked, at a provider that the operator has set up for the whole deployment. Taking such an
 * identity off the account again, and showing it, is {@code federation}'s, together with those of organizations.
 */
@NullMarked
package dev.latchkey.application.social;

import org.jspecify.annotations.NullMarked;
