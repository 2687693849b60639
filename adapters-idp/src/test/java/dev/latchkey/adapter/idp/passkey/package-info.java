/** Tests. */
@NullMarked
package dev.latchkey.adapter.idp.passkey;

import org.jspecify.annotations.NullMarked;
