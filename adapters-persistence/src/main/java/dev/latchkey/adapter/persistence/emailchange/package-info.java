/**
 * What people tried in order to move to another address, one row for each.
 */
@NullMarked
package dev.latchkey.adapter.persistence.emailchange;

import org.jspecify.annotations.NullMarked;
