/** Tests of what only this adapter promises. */
@NullMarked
package dev.latchkey.adapter.persistence.rotation;

import org.jspecify.annotations.NullMarked;
