package dev.latchkey.application.session;

import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionLimits;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Shows people where they are signed in. */
public final class ListSessions {
  private final OwnSessions sessions;
  private final SessionRules rules;
  private final InstantSource clock;

  public ListSessions(OwnSessions sessions, SessionRules rules, InstantSource clock) {
    this.sessions = sessions;
    this.rules = rules;
    this.clock = clock;
  }

  /** @return newest first, without those that a limit has ended */
  public List<Entry> list(SignedIn signedIn) {
    Instant now = clock.instant();
    SessionLimits limits = rules.forPerson(signedIn.mfaDemanded());
    return sessions.of(signedIn.session().userId()).stream()
        .map(session -> new Entry(session, session.expiresAt(limits), session.id().equals(signedIn.session().id())))
        .filter(entry -> now.isBefore(entry.expiresAt())).toList();
  }

  /** @param current whether it is the one that asks */
  public record Entry(Session session, Instant expiresAt, boolean current) {}
}
