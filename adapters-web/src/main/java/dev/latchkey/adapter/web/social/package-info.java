/**
 * Signing in at a provider that the operator has set up for the whole deployment, as browsers see it: the way there and the
 * way back. What is shown when that fails is {@code federation}'s, and being linked from inside {@code identity}'s.
 */
@NullMarked
package dev.latchkey.adapter.web.social;

import org.jspecify.annotations.NullMarked;
