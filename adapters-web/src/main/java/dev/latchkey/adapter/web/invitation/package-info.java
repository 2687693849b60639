/**
 * The routes and pages for asking people into an organization, and for coming in by the link.
 */
@NullMarked
package dev.latchkey.adapter.web.invitation;

import org.jspecify.annotations.NullMarked;
