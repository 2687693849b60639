/**
 * Keeps API keys: their hashes, never the keys.
 */
@NullMarked
package dev.latchkey.adapter.persistence.apikey;

import org.jspecify.annotations.NullMarked;
