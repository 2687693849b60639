package dev.latchkey.application.session;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.Session;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends the session that asks for it, at once and on every node. */
public final class SignOut {
  private final Sessions sessions;
  private final AuditLog audit;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public SignOut(Sessions sessions, AuditLog audit, UnitOfWork unitOfWork, Ids ids, InstantSource clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** Signing out twice is no mistake; only the first time is recorded. */
  public Outcome signOut(Session session, Origin origin) {
    return unitOfWork.run(() -> {
      if (!sessions.end(session.id())) {
        return new Outcome.AlreadyEnded();
      }
      audit.append(new AuditEvent(new AuditEventId(ids.next()), clock.instant(), AuditAction.SIGN_OUT,
          dev.latchkey.domain.audit.Outcome.SUCCESS, origin, Optional.of(session.userId()), Optional.empty(),
          List.of(), Map.of("session", session.id().value())));
      return new Outcome.Ended();
    });
  }

  /** In both cases the browser is signed out. */
  public sealed interface Outcome {
    record Ended() implements Outcome {}

    record AlreadyEnded() implements Outcome {}
  }
}
