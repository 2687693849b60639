/**
 * Coming in by an invitation through the organization's identity provider. There the address counts, so that all that is
 * decided here is whether that way is open.
 */
@NullMarked
package dev.latchkey.application.ssoinvitation;

import org.jspecify.annotations.NullMarked;
