/**
 * Everything between {@code main} and an answering server, and the way back: settings, the data directory, the embedded
 * or external database, migrations, and the runtime in this same JVM. The application itself is wired in
 * {@code dev.latchkey.server}.
 */
@NullMarked
package dev.latchkey.server.launch;

import org.jspecify.annotations.NullMarked;
