/**
 * The ports in memory, for tests: they keep the same promises as the real adapters, which the contracts in {@code
 * contract} check for both.
 */
@NullMarked
package dev.latchkey.application.memory;

import org.jspecify.annotations.NullMarked;
