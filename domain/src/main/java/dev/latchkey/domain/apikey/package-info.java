/**
 * What an API key is, what it looks like, and when it may be used. What it may do is decided in {@code policy}.
 */
@NullMarked
package dev.latchkey.domain.apikey;

import org.jspecify.annotations.NullMarked;
