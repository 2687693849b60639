package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.sso.ProviderSession;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks identity providers whether the people are still there whose sign-ins they vouched for, and ends what was opened by
 * those who are not. No clear answer changes nothing.
 */
public final class CheckProviderSessions {
  private static final int BATCH = 10;
  /** Longer than a batch of providers that answer with the last of their seconds takes. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final ProviderSessions providerSessions;
  private final SsoConnections connections;
  private final RelyingParty relyingParty;
  private final ShownProofs proofs;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Duration every;
  private final InstantSource clock;

  public CheckProviderSessions(ProviderSessions providerSessions, SsoConnections connections,
      RelyingParty relyingParty, ShownProofs proofs, Sessions sessions, AuditTrail audit, UnitOfWork unitOfWork,
      Duration every, InstantSource clock) {
    this.providerSessions = providerSessions;
    this.connections = connections;
    this.relyingParty = relyingParty;
    this.proofs = proofs;
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.every = every;
    this.clock = clock;
  }

  /** Checks some of those that are due, each once. */
  public Outcome check() {
    Instant now = clock.instant();
    List<ProviderSession> due = unitOfWork.run(() -> providerSessions.claim(BATCH, now, now.plus(LEASE)));
    int over = 0;
    for (ProviderSession next : due) {
      over += isOver(next) ? 1 : 0;
    }
    return new Outcome(due.size(), over);
  }

  private boolean isOver(ProviderSession given) {
    Optional<SsoConnection> connection = unitOfWork.run(() -> connections.find(given.organization()))
        .filter(it -> it.version() == given.connectionVersion());
    if (connection.isEmpty()) {
      // Such a proof is worth nothing any more, so there is nothing to ask for.
      unitOfWork.run(() -> forget(given));
      return false;
    }
    return switch (relyingParty.refresh(connection.get().client(), given.tokens().refreshToken().orElseThrow())) {
      case RelyingParty.Renewal.StillThere still -> unitOfWork.run(() -> {
        providerSessions.save(given.confirmed(still.rotated(), every, clock.instant()));
        return false;
      });
      case RelyingParty.Renewal.Unclear unclear -> unitOfWork.run(() -> {
        providerSessions.save(given.unanswered(every, clock.instant()));
        return false;
      });
      case RelyingParty.Renewal.Gone gone -> unitOfWork.run(() -> end(given, gone.problem()));
    };
  }

  private boolean forget(ProviderSession given) {
    providerSessions.remove(given.organization(), given.session());
    return true;
  }

  private boolean end(ProviderSession given, SsoProblem problem) {
    Optional<Session> found = proofs.lock(given.session());
    found.ifPresent(session -> {
      Proofs rest = session.proofs().withoutSsoOf(given.organization());
      if (rest.hasFirstFactor()) {
        proofs.keepOnly(session.id(), rest);
        forget(given);
      } else {
        sessions.end(session.id());
      }
      audit.append(AuditTrail.Entry.success(AuditAction.SSO_SESSION_ENDED, Origin.ofItself("sso-check"))
          .by(session.userId()).in(given.organization())
          .because(List.of(Reason.failed("still-at-provider", problem.detail())))
          .with(Map.of("session", session.id().value(), "goesOnWithout", String.valueOf(rest.hasFirstFactor()))));
    });
    return found.isPresent();
  }

  /**
   * @param checked how many were due
   * @param over whose sign-in does not count any more
   */
  public record Outcome(int checked, int over) {}
}
