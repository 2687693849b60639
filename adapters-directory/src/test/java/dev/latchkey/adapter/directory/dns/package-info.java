/** Tests against a name server of our own. */
@NullMarked
package dev.latchkey.adapter.directory.dns;

import org.jspecify.annotations.NullMarked;
