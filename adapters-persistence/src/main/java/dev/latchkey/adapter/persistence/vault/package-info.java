/**
 * Secrets at rest: the key ring, and sealing with it. What is sealed is decided by the features.
 */
@NullMarked
package dev.latchkey.adapter.persistence.vault;

import org.jspecify.annotations.NullMarked;
