/**
 * Owns how mails are worded and laid out, as HTML and as text. When they go out, and to whom, is decided elsewhere.
 */
@NullMarked
package dev.latchkey.adapter.web.mail;

import org.jspecify.annotations.NullMarked;
