/** Use cases at work on ports in memory. */
@NullMarked
package dev.latchkey.application.usecase;

import org.jspecify.annotations.NullMarked;
