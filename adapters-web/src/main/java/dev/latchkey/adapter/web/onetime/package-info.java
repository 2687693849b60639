/**
 * Owns the one place where codes from mails are entered, as routes and as a page, whichever journey they were sent for.
 * How a journey begins is its own feature's.
 */
@NullMarked
package dev.latchkey.adapter.web.onetime;

import org.jspecify.annotations.NullMarked;
