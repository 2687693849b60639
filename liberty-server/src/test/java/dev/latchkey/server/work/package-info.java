/**
 * What a node does by itself, tried without one.
 */
@NullMarked
package dev.latchkey.server.work;

import org.jspecify.annotations.NullMarked;
