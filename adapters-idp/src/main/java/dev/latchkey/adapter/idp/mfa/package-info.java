/**
 * Computes what authenticator apps show. Which codes are accepted, and how often, is the domain's to say.
 */
@NullMarked
package dev.latchkey.adapter.idp.mfa;

import org.jspecify.annotations.NullMarked;
