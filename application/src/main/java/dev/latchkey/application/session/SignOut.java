package dev.latchkey.application.session;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.Session;
import java.util.Map;

/** Ends the session that asks for it, at once and on every node. */
public final class SignOut {
  private final Sessions sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public SignOut(Sessions sessions, AuditTrail audit, UnitOfWork unitOfWork) {
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /** Signing out twice is no mistake; only the first time is recorded. */
  public Outcome signOut(Session session, Origin origin) {
    return unitOfWork.run(() -> {
      if (!sessions.end(session.id())) {
        return new Outcome.AlreadyEnded();
      }
      audit.append(AuditTrail.Entry.success(AuditAction.SIGN_OUT, origin).by(session.userId())
          .with(Map.of("session", session.id().value())));
      return new Outcome.Ended();
    });
  }

  /** In both cases the browser is signed out. */
  public sealed interface Outcome {
    record Ended() implements Outcome {}

    record AlreadyEnded() implements Outcome {}
  }
}
