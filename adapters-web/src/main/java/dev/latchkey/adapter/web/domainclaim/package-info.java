/**
 * Domains of an organization, as routes and as pages.
 */
@NullMarked
package dev.latchkey.adapter.web.domainclaim;

import org.jspecify.annotations.NullMarked;
