/**
 * What the operator decided about the web side, handed in by the wiring.
 */
@NullMarked
package dev.latchkey.adapter.web.settings;

import org.jspecify.annotations.NullMarked;
