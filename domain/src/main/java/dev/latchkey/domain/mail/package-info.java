/**
 * What Latchkey writes to people and for how long it is worth sending. How it looks is the web adapter's business.
 */
@NullMarked
package dev.latchkey.domain.mail;

import org.jspecify.annotations.NullMarked;
