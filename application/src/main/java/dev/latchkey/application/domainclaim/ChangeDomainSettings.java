package dev.latchkey.application.domainclaim;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import java.util.Map;
import java.util.Optional;

/** Says what follows from an address of a verified domain: who comes in by themselves, and where sign-in leads. */
public final class ChangeDomainSettings {
  private final DomainClaims claims;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ChangeDomainSettings(DomainClaims claims, Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork) {
    this.claims = claims;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome change(Command command) {
    return unitOfWork
        .run(() -> switch (entrance.admit(command.actor(), command.organization(), Permission.CHANGE_SETTINGS)) {
          case Admission.Admitted admitted -> change(command, claims.find(command.organization(), command.domain()));
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome change(Command command, Optional<DomainClaim> found) {
    if (found.isEmpty()) {
      return new Outcome.Denied(new Denial.NotFound());
    }
    return switch (found.get()) {
      case PendingDomain pending -> new Outcome.NotVerified();
      case VerifiedDomain same when same.settings().equals(command.settings()) -> new Outcome.Changed(same);
      case VerifiedDomain before -> {
        claims.save(before.with(command.settings()));
        audit.append(AuditTrail.Entry.success(AuditAction.DOMAIN_CHANGED, command.origin())
            .by(command.actor().userId()).in(command.organization()).with(Map.of("domain", before.domain().value(),
                "from", text(before.settings()), "to", text(command.settings()))));
        yield new Outcome.Changed(before.with(command.settings()));
      }
    };
  }

  private static String text(DomainSettings settings) {
    return "auto-join " + settings.autoJoin() + (settings.ssoRedirect() ? ", to single sign-on" : "");
  }

  /** What shall follow from which domain, and who says so. */
  public record Command(Actor actor, OrganizationId organization, DomainClaimId domain, DomainSettings settings,
      Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(VerifiedDomain claim) implements Outcome {}

    /** Nothing follows from a domain that isn't proven. */
    record NotVerified() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
