/**
 * Signing in at organizations' identity providers: sending a browser there, receiving it back, deciding who comes in, and
 * looking after the sessions that came of it. Which provider an organization has is {@code sso}'s.
 */
@NullMarked
package dev.latchkey.application.federation;

import org.jspecify.annotations.NullMarked;
