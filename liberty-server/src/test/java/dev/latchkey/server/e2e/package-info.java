/** Tests against the packaged server, run as a child process, and what they share. */
@NullMarked
package dev.latchkey.server.e2e;

import org.jspecify.annotations.NullMarked;
