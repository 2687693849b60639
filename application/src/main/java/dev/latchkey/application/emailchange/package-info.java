/**
 * Moving an account to another e-mail address, which has to be proven first. The code is entered where those of all
 * journeys are.
 */
@NullMarked
package dev.latchkey.application.emailchange;

import org.jspecify.annotations.NullMarked;
