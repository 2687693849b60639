/** Directories that accounts come from. Empty until the first of them is built. */
@NullMarked
package dev.latchkey.adapter.directory;

import org.jspecify.annotations.NullMarked;
