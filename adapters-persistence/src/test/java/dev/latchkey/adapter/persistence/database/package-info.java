/** Tests of what only this adapter promises. */
@NullMarked
package dev.latchkey.adapter.persistence.database;

import org.jspecify.annotations.NullMarked;
