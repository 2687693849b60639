/**
 * Where one-time secrets are kept, and the one atomic way to use them.
 */
@NullMarked
package dev.latchkey.application.onetime;

import org.jspecify.annotations.NullMarked;
