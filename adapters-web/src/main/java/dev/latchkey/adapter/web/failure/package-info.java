/**
 * Shows what went wrong, as a page to people and as the envelope to programs, wherever in the server it went wrong.
 */
@NullMarked
package dev.latchkey.adapter.web.failure;

import org.jspecify.annotations.NullMarked;
