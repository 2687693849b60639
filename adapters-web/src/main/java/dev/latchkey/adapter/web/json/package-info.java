/**
 * Reads and writes JSON, strictly: what isn't exactly the object that a route takes is refused.
 */
@NullMarked
package dev.latchkey.adapter.web.json;

import org.jspecify.annotations.NullMarked;
