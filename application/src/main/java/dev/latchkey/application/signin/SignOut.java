package dev.latchkey.application.signin;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.application.sso.ProviderSignOut;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.Session;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the session that asks for it, at once and on every node; and tells where its identity provider ends its own, if the
 * session came from one that offers it.
 */
public final class SignOut {
  private final Sessions sessions;
  private final ProviderSignOut provider;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public SignOut(Sessions sessions, ProviderSignOut provider, AuditTrail audit, UnitOfWork unitOfWork) {
    this.sessions = sessions;
    this.provider = provider;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /** Signing out twice is no mistake; only the first time is recorded. */
  public Outcome signOut(Session session, Origin origin) {
    Ending ending = unitOfWork.run(() -> {
      Optional<ProviderSignOut.Departure> departure = provider.of(session);
      if (!sessions.end(session.id())) {
        return new Ending(false, Optional.empty());
      }
      audit.append(AuditTrail.Entry.success(AuditAction.SIGN_OUT, origin).by(session.userId())
          .with(Map.of("session", session.id().value())));
      return new Ending(true, departure);
    });
    // Here it is over already, however long the provider takes to say where to go.
    return ending.ended
        ? new Outcome.Ended(ending.departure.flatMap(provider::address))
        : new Outcome.AlreadyEnded();
  }

  private record Ending(boolean ended, Optional<ProviderSignOut.Departure> departure) {}

  /** In both cases the browser is signed out. */
  public sealed interface Outcome {
    /** @param provider where the browser signs out of its identity provider, too */
    record Ended(Optional<URI> provider) implements Outcome {}

    record AlreadyEnded() implements Outcome {}
  }
}
