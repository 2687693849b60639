package dev.latchkey.domain.sso;

import dev.latchkey.domain.InvalidValue;

/**
 * A person as an identity provider knows them: {@code iss} and {@code sub}, which together never change hands (OpenID
 * Connect Core 1.0 §5.7). For Entra the issuer is the tenant's and the subject the object id.
 */
public record FederatedSubject(String issuer, String subject) {
  public FederatedSubject {
    if (issuer.isBlank() || subject.isBlank() || issuer.length() > 512 || subject.length() > 255) {
      throw new InvalidValue("subject", "MALFORMED", "The identity provider names nobody, or by too long a name.");
    }
  }
}
