/**
 * Measures the packaged server with wrk, beside a bare endpoint and beside the bare hash. A program of its own, started
 * by the Maven profile {@code bench} and described in {@code docs/benchmarks.md}; no part of the tests.
 */
@NullMarked
package dev.latchkey.server.bench;

import org.jspecify.annotations.NullMarked;
