/**
 * Which setup mail of a member is the newest.
 */
@NullMarked
package dev.latchkey.adapter.persistence.setup;

import org.jspecify.annotations.NullMarked;
