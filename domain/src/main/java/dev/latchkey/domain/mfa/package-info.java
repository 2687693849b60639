/**
 * The second factor: authenticator apps and recovery codes. Whether one is needed is {@code policy}'s to say.
 */
@NullMarked
package dev.latchkey.domain.mfa;

import org.jspecify.annotations.NullMarked;
