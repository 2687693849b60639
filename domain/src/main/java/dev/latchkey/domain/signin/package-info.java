/**
 * The way in by password: what a password must be like, and how guessing is slowed down.
 */
@NullMarked
package dev.latchkey.domain.signin;

import org.jspecify.annotations.NullMarked;
