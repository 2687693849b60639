/** The adapters on a real PostgreSQL. */
@NullMarked
package dev.latchkey.adapter.persistence;

import org.jspecify.annotations.NullMarked;
