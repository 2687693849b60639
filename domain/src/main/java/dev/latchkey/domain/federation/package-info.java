/**
 * Whom an organization's identity provider brings: whether somebody whom it names comes in, as which account and as what.
 * What a connection and an identity are is {@code sso}'s.
 */
@NullMarked
package dev.latchkey.domain.federation;

import org.jspecify.annotations.NullMarked;
