/**
 * The person's own profile, as routes and as a page. Passwords and sessions are in packages of their own.
 */
@NullMarked
package dev.latchkey.adapter.web.account;

import org.jspecify.annotations.NullMarked;
