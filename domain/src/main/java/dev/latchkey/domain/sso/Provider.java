package dev.latchkey.domain.sso;

/** Which identity provider it is: decides hints and the few rules in which a provider departs from the standard. */
public enum Provider {
  OKTA,
  /** Microsoft Entra ID: a person is known by tenant and object id, not by {@code sub}. */
  AZURE, GOOGLE,
  /** Any other that speaks OpenID Connect. */
  OIDC
}
