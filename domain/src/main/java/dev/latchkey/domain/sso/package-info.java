/**
 * Single sign-on by OpenID Connect: an organization's connection to its identity provider, what is agreed before a
 * browser is sent there, what the provider says about a person, and every way in which that can fail.
 */
@NullMarked
package dev.latchkey.domain.sso;

import org.jspecify.annotations.NullMarked;
