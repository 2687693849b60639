/**
 * Checks what passkeys answer: WebAuthn's formats and signatures. What follows from it is the use cases' to say.
 */
@NullMarked
package dev.latchkey.adapter.idp.passkey;

import org.jspecify.annotations.NullMarked;
