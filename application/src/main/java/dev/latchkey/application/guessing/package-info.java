/** How often somebody may try, whatever it is that they try. */
@NullMarked
package dev.latchkey.application.guessing;

import org.jspecify.annotations.NullMarked;
