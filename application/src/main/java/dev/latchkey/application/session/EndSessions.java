package dev.latchkey.application.session;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import java.util.Map;
import java.util.Optional;

/** Ends one of a person's own sessions, or all but the one that asks; at once and on every node. */
public final class EndSessions {
  private final OwnSessions sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public EndSessions(OwnSessions sessions, AuditTrail audit, UnitOfWork unitOfWork) {
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /** @param one the session to end; without it all others are */
  public Outcome end(SignedIn signedIn, Optional<SessionId> one, Origin origin) {
    UserId user = signedIn.session().userId();
    return unitOfWork.run(() -> one.map(id -> endOne(user, id, origin))
        .orElseGet(() -> endOthers(user, signedIn.session().id(), origin)));
  }

  private Outcome endOne(UserId user, SessionId id, Origin origin) {
    if (!sessions.end(user, id)) {
      return new Outcome.NotFound();
    }
    audit.append(AuditTrail.Entry.success(AuditAction.SESSION_ENDED, origin).by(user)
        .with(Map.of("session", id.value())));
    return new Outcome.Ended(1);
  }

  private Outcome endOthers(UserId user, SessionId current, Origin origin) {
    int ended = sessions.endAll(user, Optional.of(current));
    audit.append(AuditTrail.Entry.success(AuditAction.OTHER_SESSIONS_ENDED, origin).by(user)
        .with(Map.of("sessions", String.valueOf(ended))));
    return new Outcome.Ended(ended);
  }

  /** What came of it; somebody else's session is as good as absent. */
  public sealed interface Outcome {
    record Ended(int sessions) implements Outcome {}

    record NotFound() implements Outcome {}
  }
}
