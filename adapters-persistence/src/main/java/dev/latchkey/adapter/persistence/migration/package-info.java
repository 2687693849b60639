/** The schema's history and the one place that applies it. The statements are in {@code db/migration}. */
@NullMarked
package dev.latchkey.adapter.persistence.migration;

import org.jspecify.annotations.NullMarked;
