/** Signing in at an organization's own identity provider, and what an organization says about it. */
@NullMarked
package dev.latchkey.application.sso;

import org.jspecify.annotations.NullMarked;
