package dev.latchkey.application.signin;

import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.signin.PendingSignUp;
import java.time.Instant;
import java.util.Map;

/** Which mail belongs to a sign-up challenge: the code, or the hint that there is an account already. */
final class SignUpMail {
  private SignUpMail() {}

  static MailContent of(CodeChallenges.Issued issued) {
    Map<String, String> facts = issued.secret().facts();
    Instant expiresAt = issued.secret().expiresAt();
    return KnownAddress.fromFacts(facts)
        .<MailContent>map(known -> new MailContent.AlreadyRegistered(known.email(), known.locale(), expiresAt))
        .orElseGet(() -> {
          PendingSignUp pending = PendingSignUp.fromFacts(facts);
          return new MailContent.SignUpCode(pending.email(), pending.name(), issued.code(), pending.locale(),
              expiresAt);
        });
  }
}
