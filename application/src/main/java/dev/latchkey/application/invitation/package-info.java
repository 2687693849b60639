/**
 * Asking people into an organization by e-mail, and coming in by the link.
 */
@NullMarked
package dev.latchkey.application.invitation;

import org.jspecify.annotations.NullMarked;
