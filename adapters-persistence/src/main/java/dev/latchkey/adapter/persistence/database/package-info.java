/**
 * Connections, transactions and plain SQL: everything about PostgreSQL that is not about one feature.
 */
@NullMarked
package dev.latchkey.adapter.persistence.database;

import org.jspecify.annotations.NullMarked;
