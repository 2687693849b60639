package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.application.sso.ConnectSso;
import java.util.List;

/** What stands in the way of a change, in the words of the API. */
final class SsoProblems {
  static final FieldError ISSUER_REFUSED = FieldError.of("issuerUrl", "URL_REFUSED",
      "This issuer is not called: it has to begin with https, and to be a public address.");
  static final Refusal ENFORCED = Refusal.of(Code.SSO_ENFORCED,
      "Members can only sign in by single sign-on, so nothing but its secret may change. Allow other ways first.");

  private SsoProblems() {}

  static FieldError of(ConnectSso.Outcome.SecretMissing missing) {
    return switch (missing.stored()) {
      case NONE -> FieldError.of("clientSecret", "REQUIRED", "Please fill this in.");
      case OF_ANOTHER -> FieldError.of("clientSecret", "REQUIRED_AGAIN",
          "The stored secret belongs to another issuer or client id. Please enter the one of this client.");
      case UNREADABLE -> FieldError.of("clientSecret", "REQUIRED_ANEW",
          "The stored secret can't be read any more. Please enter it anew, or a new one of this client.");
    };
  }

  static Refusal refused(ConnectSso.Outcome.IssuerRefused refused) {
    return Refusal.of(Code.URL_REFUSED, "This issuer may not be used.").with(List.of(ISSUER_REFUSED));
  }
}
