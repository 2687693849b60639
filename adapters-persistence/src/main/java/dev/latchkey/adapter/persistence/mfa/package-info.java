/**
 * Keeps authenticator apps and recovery codes. What a code proves is decided elsewhere.
 */
@NullMarked
package dev.latchkey.adapter.persistence.mfa;

import org.jspecify.annotations.NullMarked;
