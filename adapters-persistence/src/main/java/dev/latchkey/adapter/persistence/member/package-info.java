/**
 * Memberships as an organization's admins see them, by plain SQL over rows that {@code organization} owns.
 */
@NullMarked
package dev.latchkey.adapter.persistence.member;

import org.jspecify.annotations.NullMarked;
