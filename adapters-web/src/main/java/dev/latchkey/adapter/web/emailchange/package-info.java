/**
 * Asking to move one's account to another e-mail address, as a route and as a page. The code that comes back is
 * {@code onetime}'s.
 */
@NullMarked
package dev.latchkey.adapter.web.emailchange;

import org.jspecify.annotations.NullMarked;
