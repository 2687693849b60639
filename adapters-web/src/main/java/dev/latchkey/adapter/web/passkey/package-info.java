/**
 * Owns how browsers register, use and list passkeys: WebAuthn's JSON forms in and out, and the pages around them.
 */
@NullMarked
package dev.latchkey.adapter.web.passkey;

import org.jspecify.annotations.NullMarked;
