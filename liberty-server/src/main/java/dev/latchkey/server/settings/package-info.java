/**
 * The deployment's settings: where they come from, what is allowed, and what the rest of the server sees of them. Reads no
 * file but the ones that settings name, opens no connection; acting on the settings is left to others.
 */
@NullMarked
package dev.latchkey.server.settings;

import org.jspecify.annotations.NullMarked;
