/** Our side of OpenID Connect against a provider that behaves, and one that does not. */
@NullMarked
package dev.latchkey.adapter.idp.sso;

import org.jspecify.annotations.NullMarked;
