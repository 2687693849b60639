/**
 * As whom identity providers know a person: shown to, added and taken away by that person alone. The round trip itself is
 * {@code federation}'s.
 */
@NullMarked
package dev.latchkey.adapter.web.identity;

import org.jspecify.annotations.NullMarked;
