/**
 * Signing in with an account that people have at a large provider, which the operator has set up for the whole deployment.
 * Such an identity belongs to the account, not to an organization; how a provider is asked is {@code sso}'s.
 */
@NullMarked
package dev.latchkey.domain.social;

import org.jspecify.annotations.NullMarked;
