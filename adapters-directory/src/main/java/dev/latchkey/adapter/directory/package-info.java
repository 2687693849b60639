/** Directories: who has which domain. Directories that accounts come from are still to be built. */
@NullMarked
package dev.latchkey.adapter.directory;

import org.jspecify.annotations.NullMarked;
