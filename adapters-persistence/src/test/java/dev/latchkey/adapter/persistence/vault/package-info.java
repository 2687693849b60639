/** Tests of what only this adapter promises. */
@NullMarked
package dev.latchkey.adapter.persistence.vault;

import org.jspecify.annotations.NullMarked;
