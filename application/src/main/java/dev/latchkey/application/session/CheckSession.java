package dev.latchkey.application.session;

import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;

/** Finds out who a request comes from. Costs one statement, and at most once a minute per session a second one. */
public final class CheckSession {
  private final Sessions sessions;
  private final SessionRules rules;
  private final InstantSource clock;

  public CheckSession(Sessions sessions, SessionRules rules, InstantSource clock) {
    this.sessions = sessions;
    this.rules = rules;
    this.clock = clock;
  }

  public Outcome check(BearerToken token) {
    return sessions.find(token.hash()).map(this::judge).orElseGet(Outcome.None::new);
  }

  private Outcome judge(SignedIn signedIn) {
    Instant now = clock.instant();
    Instant expiresAt = signedIn.expiresAt(rules);
    if (!now.isBefore(expiresAt)) {
      // Ended rather than only refused: a clock that is set back must not revive it.
      sessions.end(signedIn.session().id());
      return new Outcome.None();
    }
    if (signedIn.session().seenLongAgo(now)) {
      sessions.seen(signedIn.session().id(), now);
    }
    return new Outcome.Live(new LiveSession(signedIn, expiresAt));
  }

  /** Whose request it is, if anybody's. */
  public sealed interface Outcome {
    record Live(LiveSession session) implements Outcome {}

    record None() implements Outcome {}
  }
}
