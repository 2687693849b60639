package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.sso.ProviderSession;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks identity providers whether the people are still there whose sign-ins they vouched for, and ends what was opened by
 * those who are not. No clear answer changes nothing.
 */
public final class CheckProviderSessions {
  private static final int BATCH = 10;
  /** Of one organization. */
  private static final int OF_EACH = 3;
  /** Longer than a batch of providers that answer with the last of their seconds takes. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final ProviderSessions providerSessions;
  private final SsoConnections connections;
  private final RelyingParty relyingParty;
  private final ShownProofs proofs;
  private final VouchedSessions sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Duration every;
  private final InstantSource clock;

  public CheckProviderSessions(ProviderSessions providerSessions, SsoConnections connections,
      RelyingParty relyingParty, ShownProofs proofs, VouchedSessions sessions, AuditTrail audit, UnitOfWork unitOfWork,
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

  /**
   * Checks some of those that are due, each once. A provider that gave no clear answer is asked about nobody else for a
   * while: one that is slow would otherwise cost seconds for each of its people, and everybody else's would wait.
   */
  public Outcome check() {
    Instant now = clock.instant();
    List<ProviderSession> due =
        unitOfWork.run(() -> providerSessions.claim(BATCH, OF_EACH, now, now.plus(LEASE)));
    Set<OrganizationId> silent = new HashSet<>();
    int over = 0;
    for (ProviderSession next : due) {
      switch (silent.contains(next.organization()) ? Finding.UNCLEAR : find(next)) {
        case OVER -> over++;
        case UNCLEAR -> silent.add(next.organization());
        case UNCHANGED -> {}
      }
    }
    return new Outcome(due.size(), over);
  }

  private Finding find(ProviderSession given) {
    Optional<SsoConnection> connection = unitOfWork.run(() -> connections.find(given.organization()))
        .filter(it -> it.version() == given.connectionVersion());
    if (connection.isEmpty()) {
      // Such a proof is worth nothing any more, so there is nothing to ask for.
      return unitOfWork.run(() -> forget(given));
    }
    Instant asked = clock.instant();
    return switch (relyingParty.refresh(connection.get().client(), given.tokens().refreshToken().orElseThrow())) {
      case RelyingParty.Renewal.StillThere still -> unitOfWork.run(() -> {
        providerSessions.save(given.confirmed(still.rotated(), every, clock.instant()));
        return Finding.UNCHANGED;
      });
      case RelyingParty.Renewal.Unclear unclear -> unitOfWork.run(() -> {
        Instant now = clock.instant();
        providerSessions.save(given.unanswered(every, now));
        providerSessions.putOff(given.organization(), now.plus(ProviderSession.FIRST_RETRY));
        return Finding.UNCLEAR;
      });
      case RelyingParty.Renewal.Gone gone -> unitOfWork.run(() -> end(given, asked, gone.problem()));
    };
  }

  private Finding forget(ProviderSession given) {
    if (providerSessions.save(given)) {
      providerSessions.remove(given.organization(), given.session());
    }
    return Finding.UNCHANGED;
  }

  /** Who is gone, is gone in every browser; a sign-in since the question was asked says that the person is back. */
  private Finding end(ProviderSession given, Instant asked, SsoProblem problem) {
    Optional<Session> found = proofs.lock(given.session());
    if (found.isEmpty() || !providerSessions.save(given)) {
      return Finding.UNCHANGED;
    }
    UserId user = found.get().userId();
    VouchedSessions.Changed changed = sessions.withdraw(user, given.organization(), asked);
    audit.append(AuditTrail.Entry.success(AuditAction.SSO_SESSION_ENDED, Origin.ofItself("sso-check"))
        .by(user).in(given.organization())
        .because(List.of(Reason.failed("still-at-provider", problem.detail())))
        .with(Map.of("session", given.session().value(), "goesOnWithout",
            String.valueOf(changed.weakened().contains(given.session())), "sessionsChanged",
            String.valueOf(changed.count()))));
    return Finding.OVER;
  }

  private enum Finding {
    OVER, UNCLEAR, UNCHANGED
  }

  /**
   * @param checked how many were due
   * @param over about how many the provider said that the person is gone
   */
  public record Outcome(int checked, int over) {}
}
