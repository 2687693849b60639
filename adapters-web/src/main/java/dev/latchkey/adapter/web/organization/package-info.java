/**
 * The routes below {@code /api/user/organizations} that concern an organization as a whole.
 */
@NullMarked
package dev.latchkey.adapter.web.organization;

import org.jspecify.annotations.NullMarked;
