package dev.latchkey.application.passkey;

import dev.latchkey.domain.session.SignedIn;
import java.util.Map;

/** For whom the challenge of a new passkey is, so that it is of no use to anybody else, nor in another session. */
final class ChallengeFacts {
  private ChallengeFacts() {}

  static Map<String, String> of(SignedIn signedIn) {
    return Map.of("user", signedIn.person().id().value(), "session", signedIn.session().id().value());
  }
}
