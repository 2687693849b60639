/**
 * What a node does by itself, without being asked.
 */
@NullMarked
package dev.latchkey.server.work;

import org.jspecify.annotations.NullMarked;
