/**
 * An organization's identity provider, as routes and as a page: naming it, trying it, and what becomes of people who
 * arrive through it. Signing in by it is another package's.
 */
@NullMarked
package dev.latchkey.adapter.web.sso;

import org.jspecify.annotations.NullMarked;
