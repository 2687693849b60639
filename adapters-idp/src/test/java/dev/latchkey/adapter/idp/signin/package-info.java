/** Passwords. */
@NullMarked
package dev.latchkey.adapter.idp.signin;

import org.jspecify.annotations.NullMarked;
