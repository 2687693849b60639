package dev.latchkey.application.ownaccount;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.policy.AccountReach;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import java.util.Map;
import java.util.Optional;

/**
 * Ends one of a person's own sessions, or all but the one that asks; at once and on every node. None that the asking one
 * doesn't reach.
 */
public final class EndSessions {
  private final OwnSessions sessions;
  private final AccountProof proof;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public EndSessions(OwnSessions sessions, AccountProof proof, AuditTrail audit, UnitOfWork unitOfWork) {
    this.sessions = sessions;
    this.proof = proof;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /** @param one the session to end; without it all others are */
  public Outcome end(SignedIn signedIn, Optional<SessionId> one, Origin origin) {
    return unitOfWork.run(() -> {
      AccountReach reach = proof.reach(signedIn);
      return one.map(id -> endOne(reach, id, origin)).orElseGet(() -> endOthers(reach, origin));
    });
  }

  private Outcome endOne(AccountReach reach, SessionId id, Origin origin) {
    UserId user = reach.signedIn().session().userId();
    boolean covered = sessions.of(user).stream().anyMatch(it -> it.id().equals(id) && reach.covers(it));
    if (!covered || !sessions.end(user, id)) {
      return new Outcome.NotFound();
    }
    audit.append(AuditTrail.Entry.success(AuditAction.SESSION_ENDED, origin).by(user)
        .with(Map.of("session", id.value())));
    return new Outcome.Ended(1);
  }

  private Outcome endOthers(AccountReach reach, Origin origin) {
    SessionId current = reach.signedIn().session().id();
    UserId user = reach.signedIn().session().userId();
    int ended = reach.whole() ? sessions.endAll(user, Optional.of(current)) : endCovered(user, current, reach);
    audit.append(AuditTrail.Entry.success(AuditAction.OTHER_SESSIONS_ENDED, origin).by(user)
        .with(Map.of("sessions", String.valueOf(ended))));
    return new Outcome.Ended(ended);
  }

  private int endCovered(UserId user, SessionId current, AccountReach reach) {
    return (int) sessions.of(user).stream().filter(reach::covers).map(Session::id)
        .filter(id -> !id.equals(current) && sessions.end(user, id)).count();
  }

  /** What came of it; somebody else's session is as good as absent. */
  public sealed interface Outcome {
    record Ended(int sessions) implements Outcome {}

    record NotFound() implements Outcome {}
  }
}
