/**
 * Passkeys: what is kept of them, and when an answer of theirs is believed no more. The ceremony itself, with its
 * formats and signatures, is the adapters' business.
 */
@NullMarked
package dev.latchkey.domain.passkey;

import org.jspecify.annotations.NullMarked;
