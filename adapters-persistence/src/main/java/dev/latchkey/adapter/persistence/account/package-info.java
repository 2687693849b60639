/**
 * Accounts as rows.
 */
@NullMarked
package dev.latchkey.adapter.persistence.account;

import org.jspecify.annotations.NullMarked;
