/**
 * Moving an account to another e-mail address: what waits for its code, and how often somebody may try.
 */
@NullMarked
package dev.latchkey.domain.emailchange;

import org.jspecify.annotations.NullMarked;
