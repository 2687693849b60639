/**
 * Owns every word that people read on pages and in mails: the message bundle, its lookup by the reader's language, and
 * how times and durations are put into words. Knows nothing of HTTP or templates.
 */
@NullMarked
package dev.latchkey.adapter.web.text;

import org.jspecify.annotations.NullMarked;
