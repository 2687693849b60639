/** The guarded way out, against servers that mean no good. */
@NullMarked
package dev.latchkey.server.outbound;

import org.jspecify.annotations.NullMarked;
