/**
 * Invitations as rows.
 */
@NullMarked
package dev.latchkey.adapter.persistence.invitation;

import org.jspecify.annotations.NullMarked;
