/** The rules of the architecture, each with its reason, and the proof that each of them can fail. */
@NullMarked
package dev.latchkey.server.architecture;

import org.jspecify.annotations.NullMarked;
