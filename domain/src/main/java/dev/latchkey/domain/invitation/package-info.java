/**
 * Asking somebody into an organization, and whether that can still be accepted. What comes of it, a membership, is
 * {@code organization}'s.
 */
@NullMarked
package dev.latchkey.domain.invitation;

import org.jspecify.annotations.NullMarked;
