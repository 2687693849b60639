/**
 * OpenID Connect: asks identity providers who somebody is, and believes nothing that it could not check. What follows from
 * an answer is the use cases' to say; every call goes through the guarded way out.
 */
@NullMarked
package dev.latchkey.adapter.idp.sso;

import org.jspecify.annotations.NullMarked;
