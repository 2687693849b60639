package dev.latchkey.application.ownaccount;

import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.policy.AccountReach;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionLimits;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Shows people where they are signed in, as far as the session that asks reaches. */
public final class ListSessions {
  private final OwnSessions sessions;
  private final AccountProof proof;
  private final SessionRules rules;
  private final InstantSource clock;

  public ListSessions(OwnSessions sessions, AccountProof proof, SessionRules rules, InstantSource clock) {
    this.sessions = sessions;
    this.proof = proof;
    this.rules = rules;
    this.clock = clock;
  }

  /** Without those that a limit has ended. */
  public Listed list(SignedIn signedIn) {
    Instant now = clock.instant();
    SessionLimits limits = rules.forPerson(signedIn.mfaDemanded());
    AccountReach reach = proof.reach(signedIn);
    List<Entry> covered = sessions.of(signedIn.session().userId()).stream().filter(reach::covers)
        .map(session -> new Entry(session, session.expiresAt(limits), session.id().equals(signedIn.session().id())))
        .filter(entry -> now.isBefore(entry.expiresAt())).toList();
    return new Listed(covered, reach.whole());
  }

  /**
   * What the session sees.
   *
   * @param entries newest first
   * @param whole whether it would see every other session of the person
   */
  public record Listed(List<Entry> entries, boolean whole) {
    public Listed {
      entries = List.copyOf(entries);
    }
  }

  /** @param current whether it is the one that asks */
  public record Entry(Session session, Instant expiresAt, boolean current) {}
}
