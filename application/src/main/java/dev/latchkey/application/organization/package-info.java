/**
 * What a member does with an organization as a whole.
 */
@NullMarked
package dev.latchkey.application.organization;

import org.jspecify.annotations.NullMarked;
