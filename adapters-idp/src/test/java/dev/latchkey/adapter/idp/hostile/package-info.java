/**
 * An identity provider on this machine that does everything right, until it is told to lie. Made for the tests of whoever
 * relies on one; it knows nothing of Latchkey.
 */
@NullMarked
package dev.latchkey.adapter.idp.hostile;

import org.jspecify.annotations.NullMarked;
