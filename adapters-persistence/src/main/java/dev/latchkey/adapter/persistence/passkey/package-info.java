/**
 * Keeps passkeys. What they sign is looked at elsewhere.
 */
@NullMarked
package dev.latchkey.adapter.persistence.passkey;

import org.jspecify.annotations.NullMarked;
