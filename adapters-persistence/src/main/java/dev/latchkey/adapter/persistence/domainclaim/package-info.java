/**
 * Claims of domains as rows.
 */
@NullMarked
package dev.latchkey.adapter.persistence.domainclaim;

import org.jspecify.annotations.NullMarked;
