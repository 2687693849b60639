package dev.latchkey.application.sso;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at an organization's identity provider as it is configured, and says everything that would make signing in
 * fail. Calls it, and so takes as long as it takes; changes nothing. As it makes us call others, an organization can have
 * it done a limited number of times.
 */
public final class TestSso {
  /** So many at once; after that one more for each that is forgotten, about a hundred a day. */
  static final int MOST = 20;

  private final SsoConnections connections;
  private final RelyingParty relyingParty;
  private final Entrance entrance;
  private final GuessLimit limit;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public TestSso(SsoConnections connections, RelyingParty relyingParty, Entrance entrance, GuessLimit limit,
      AuditTrail audit, UnitOfWork unitOfWork) {
    this.connections = connections;
    this.relyingParty = relyingParty;
    this.entrance = entrance;
    this.limit = limit;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome test(Command command) {
    return switch (unitOfWork.run(() -> begin(command))) {
      case Begun.Over over -> over.outcome();
      case Begun.Allowed allowed -> {
        RelyingParty.Examination examination = relyingParty.examine(allowed.connection().client());
        unitOfWork.run(() -> note(command, allowed.connection(), examination));
        yield new Outcome.Examined(allowed.place(), allowed.connection(), examination);
      }
    };
  }

  private Begun begin(Command command) {
    return switch (entrance.admit(command.actor(), command.organization(), Permission.READ_SETTINGS)) {
      case Admission.Admitted admitted -> connections.find(command.organization())
          .map(connection -> count(command, admitted.place(), connection))
          .orElseGet(() -> new Begun.Over(new Outcome.NotConnected()));
      case Admission.Denied denied -> new Begun.Over(new Outcome.Denied(denied.denial()));
    };
  }

  /** Counted before it is made, so that parallel ones count, too. */
  private Begun count(Command command, SignedIn.Place place, SsoConnection connection) {
    GuessKey key = GuessKey.ofProviderTests(command.organization());
    Optional<Duration> wait = limit.waitUntilBelow(MOST, key);
    if (wait.isPresent()) {
      audit.append(AuditTrail.Entry.refused(AuditAction.SSO_TESTED, command.origin()).by(command.actor().userId())
          .in(command.organization()).because(List.of(Reason.failed("tests-left", MOST + " were made lately."))));
      return new Begun.Over(new Outcome.TooManyTests(wait.get()));
    }
    limit.tally(key);
    return new Begun.Allowed(place, connection);
  }

  private boolean note(Command command, SsoConnection connection, RelyingParty.Examination examination) {
    List<Reason> problems = examination.problems().stream()
        .map(problem -> Reason.failed(problem.fault().name(), problem.detail())).toList();
    audit.append(AuditTrail.Entry.success(AuditAction.SSO_TESTED, command.origin()).by(command.actor().userId())
        .in(command.organization()).because(problems)
        .with(Map.of("issuer", connection.client().issuer().value(), "version", String.valueOf(connection.version()))));
    return true;
  }

  /** Who has it tested. */
  public record Command(Actor actor, OrganizationId organization, Origin origin) {}

  private sealed interface Begun {
    record Allowed(SignedIn.Place place, SsoConnection connection) implements Begun {}

    record Over(Outcome outcome) implements Begun {}
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Examined(SignedIn.Place place, SsoConnection connection, RelyingParty.Examination examination)
        implements
          Outcome {}

    record NotConnected() implements Outcome {}

    /** @param retryAfter when the next one is possible */
    record TooManyTests(Duration retryAfter) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
