/**
 * Passwords: how they are hashed and which are too easily guessed. What follows from that is decided in the domain.
 */
@NullMarked
package dev.latchkey.adapter.idp.signin;

import org.jspecify.annotations.NullMarked;
