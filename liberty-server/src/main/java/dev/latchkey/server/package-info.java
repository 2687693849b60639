/** The only place that knows all modules: wires use cases to adapters. Settings, start and server are in the packages below. */
@NullMarked
package dev.latchkey.server;

import org.jspecify.annotations.NullMarked;
