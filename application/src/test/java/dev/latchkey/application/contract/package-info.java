/**
 * What each port promises, as tests. Every adapter runs them, the in-memory ones of {@code memory} included, so that a
 * use case tested with those behaves the same in production.
 */
@NullMarked
package dev.latchkey.application.contract;

import org.jspecify.annotations.NullMarked;
