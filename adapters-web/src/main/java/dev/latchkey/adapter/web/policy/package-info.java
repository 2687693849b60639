/**
 * What an organization demands of its members, as routes and as a page.
 */
@NullMarked
package dev.latchkey.adapter.web.policy;

import org.jspecify.annotations.NullMarked;
