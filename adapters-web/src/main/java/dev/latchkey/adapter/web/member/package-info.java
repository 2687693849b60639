/**
 * Owns the members of an organization: routes and pages by which its owners and admins add, change and remove them.
 */
@NullMarked
package dev.latchkey.adapter.web.member;

import org.jspecify.annotations.NullMarked;
