package dev.latchkey.application.mfa;

import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.SignedIn;
import java.util.Map;

/**
 * Codes by mail that confirm who somebody is. One counts in the session that asked for it and nowhere else, and only as
 * long as the account has the address that it went to; inside the running unit of work.
 */
public final class ReauthenticationCodes {
  private final CodeChallenges challenges;

  public ReauthenticationCodes(CodeChallenges challenges) {
    this.challenges = challenges;
  }

  CodeChallenges.Issued issue(SignedIn signedIn, User user) {
    return challenges.issue(Purpose.REAUTHENTICATION, facts(signedIn, user));
  }

  /** Somebody else's is not even looked at, so that strangers use up none of its tries. */
  boolean isRight(SignedIn signedIn, User user, SecretId challenge, MailedCode code) {
    return challenges.find(Purpose.REAUTHENTICATION, challenge)
        .filter(it -> it.facts().equals(facts(signedIn, user))).isPresent()
        && challenges.answer(Purpose.REAUTHENTICATION, challenge, code) instanceof Taken.Granted;
  }

  private static Map<String, String> facts(SignedIn signedIn, User user) {
    return Map.of("session", signedIn.session().id().value(), "user", user.id().value(), "email", user.email().value());
  }
}
