/**
 * Organizations' identity providers as rows, their client secrets sealed by {@code vault}, and who of theirs, and of the
 * deployment's own providers, is whom.
 */
@NullMarked
package dev.latchkey.adapter.persistence.sso;

import org.jspecify.annotations.NullMarked;
