/** What this node tells those who watch over it, on the management port only. */
@NullMarked
package dev.latchkey.server.health;

import org.jspecify.annotations.NullMarked;
