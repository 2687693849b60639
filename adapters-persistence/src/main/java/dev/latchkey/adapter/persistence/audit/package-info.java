/**
 * Facts as rows that the database itself refuses to change.
 */
@NullMarked
package dev.latchkey.adapter.persistence.audit;

import org.jspecify.annotations.NullMarked;
