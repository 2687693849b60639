/**
 * Domains of organizations: claiming, proving and keeping them, and what others may ask about them. What follows from a
 * verified domain for signing in is decided where people sign in.
 */
@NullMarked
package dev.latchkey.application.domainclaim;

import org.jspecify.annotations.NullMarked;
