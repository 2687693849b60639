/**
 * How a person who was added by hand comes to a first password and a proven address.
 */
@NullMarked
package dev.latchkey.application.setup;

import org.jspecify.annotations.NullMarked;
