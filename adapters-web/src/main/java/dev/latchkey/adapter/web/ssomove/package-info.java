/**
 * Moving members to single sign-on, as routes and pages.
 */
@NullMarked
package dev.latchkey.adapter.web.ssomove;

import org.jspecify.annotations.NullMarked;
