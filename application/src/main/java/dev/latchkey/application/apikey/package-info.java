/**
 * Keys by which programs act for a person in one organization: making, listing and deleting them, and finding out whose
 * one is. What a key may do is decided where each thing is done, by {@code organization.Entrance}.
 */
@NullMarked
package dev.latchkey.application.apikey;

import org.jspecify.annotations.NullMarked;
