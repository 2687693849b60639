/**
 * Sending mail that survives a crash and a mail server that is down.
 */
@NullMarked
package dev.latchkey.application.mail;

import org.jspecify.annotations.NullMarked;
