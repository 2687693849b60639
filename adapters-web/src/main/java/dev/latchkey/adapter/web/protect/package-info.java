/**
 * Owns what holds for every request whatever its path: request id, headers, methods, cross-site check, body limit; and
 * the style sheets, scripts and pictures.
 */
@NullMarked
package dev.latchkey.adapter.web.protect;

import org.jspecify.annotations.NullMarked;
