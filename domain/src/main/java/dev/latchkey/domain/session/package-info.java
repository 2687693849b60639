/**
 * What a browser has shown so far: sessions, their proofs and how long they live. What a proof opens is {@code policy}'s.
 */
@NullMarked
package dev.latchkey.domain.session;

import org.jspecify.annotations.NullMarked;
