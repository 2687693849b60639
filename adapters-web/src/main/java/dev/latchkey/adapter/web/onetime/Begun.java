package dev.latchkey.adapter.web.onetime;

import dev.latchkey.adapter.web.page.view.CodeJourney;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.SecretId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the browser itself remembers of a journey that it began. The server isn't asked: its answer would tell everybody
 * who has a challenge what it is for, and whose.
 *
 * @param journey sign-up where the browser remembers nothing
 */
record Begun(CodeJourney journey, Optional<EmailAddress> address) {
  static Begun of(Visit visit, SecretId challenge) {
    return Arrays.stream(CodeJourney.values())
        .flatMap(journey -> pending(journey).of(visit, challenge).stream()
            .map(address -> new Begun(journey, Optional.of(address))))
        .findFirst().orElseGet(() -> new Begun(CodeJourney.SIGN_UP, Optional.empty()));
  }

  /** Lets the browser remember it as long as a new code lives. */
  Response.ResponseBuilder prolong(Response.ResponseBuilder answer, SecretId challenge) {
    address.map(it -> pending(journey).cookie(challenge, it))
        .ifPresent(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
    return answer;
  }

  private static PendingAddress pending(CodeJourney journey) {
    return switch (journey) {
      case SIGN_UP -> PendingAddress.SIGN_UP;
      case EMAIL_CHANGE -> PendingAddress.EMAIL_CHANGE;
    };
  }
}
