/**
 * What every part of the domain shares: typed ids, checked text and the one way to say that a value is broken.
 */
@NullMarked
package dev.latchkey.domain;

import org.jspecify.annotations.NullMarked;
