/**
 * The tenant and who belongs to it. What a member must prove to come in is {@code policy}'s.
 */
@NullMarked
package dev.latchkey.domain.organization;

import org.jspecify.annotations.NullMarked;
