/**
 * Finding out, from nothing but an address, where its owner signs in.
 */
@NullMarked
package dev.latchkey.application.discovery;

import org.jspecify.annotations.NullMarked;
