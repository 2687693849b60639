/**
 * Owns what is known about a request before anybody looks at its content: where it came from, its id, its cookies, its
 * language. What a header says is believed only where this package says so.
 */
@NullMarked
package dev.latchkey.adapter.web.request;

import org.jspecify.annotations.NullMarked;
