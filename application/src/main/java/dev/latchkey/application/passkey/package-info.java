/**
 * Registering, using and removing passkeys.
 */
@NullMarked
package dev.latchkey.application.passkey;

import org.jspecify.annotations.NullMarked;
