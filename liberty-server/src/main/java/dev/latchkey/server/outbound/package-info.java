/** The one place from which calls leave for servers that customers named, guarded by the address policy. */
@NullMarked
package dev.latchkey.server.outbound;

import org.jspecify.annotations.NullMarked;
