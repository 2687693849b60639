/**
 * Removing what is over, by one node at a time.
 */
@NullMarked
package dev.latchkey.application.housekeeping;

import org.jspecify.annotations.NullMarked;
