package dev.latchkey.domain.sso;

import dev.latchkey.domain.InvalidValue;

/**
 * A person as an identity provider knows them: {@code iss} and {@code sub}, which together never change hands (OpenID
 * Connect Core 1.0 §5.7). For Entra the issuer is the tenant's and the subject the object id.
 */
public record FederatedSubject(String issuer, String subject) {
  public FederatedSubject {
    if (!isName(issuer, 512) || !isName(subject, 255)) {
      throw new InvalidValue("subject", "MALFORMED",
          "The identity provider names nobody, or by a name that is too long or holds control characters.");
    }
  }

  /** Nothing that a database refuses or alters, so that no two names can become one. */
  private static boolean isName(String text, int longest) {
    return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(
        it -> Character.isISOControl(it) || Character.getType(it) == Character.SURROGATE);
  }
}
