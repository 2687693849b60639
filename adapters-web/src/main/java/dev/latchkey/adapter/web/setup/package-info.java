/**
 * Owns the way of a person who was added by hand: from the setup mail to a password, a proven address and a session.
 */
@NullMarked
package dev.latchkey.adapter.web.setup;

import org.jspecify.annotations.NullMarked;
