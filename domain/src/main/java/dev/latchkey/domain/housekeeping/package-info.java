/**
 * How long what is kept. Removing it is the adapters' business.
 */
@NullMarked
package dev.latchkey.domain.housekeeping;

import org.jspecify.annotations.NullMarked;
