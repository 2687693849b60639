/**
 * Checking and ending sessions, and where they are kept.
 */
@NullMarked
package dev.latchkey.application.session;

import org.jspecify.annotations.NullMarked;
