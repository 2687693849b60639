/**
 * Removing rows that are over, and agreeing on who does it.
 */
@NullMarked
package dev.latchkey.adapter.persistence.housekeeping;

import org.jspecify.annotations.NullMarked;
