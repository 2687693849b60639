/**
 * Moving people who have signed in with passwords to the identity provider of their organization, and seeing beforehand
 * how far each of them has come.
 */
@NullMarked
package dev.latchkey.application.ssomove;

import org.jspecify.annotations.NullMarked;
