/**
 * Bringing everything at rest under the primary key of the key ring, so that former keys can go. Sealing itself is
 * {@code vault}'s.
 */
@NullMarked
package dev.latchkey.adapter.persistence.rotation;

import org.jspecify.annotations.NullMarked;
