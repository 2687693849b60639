/**
 * Positions in lists, sealed with the key ring.
 */
@NullMarked
package dev.latchkey.adapter.persistence.paging;

import org.jspecify.annotations.NullMarked;
