package dev.latchkey.application.sso;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.sso.JitSettings;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets owners say what becomes of people who arrive through the identity provider and are unknown yet. */
public final class ChangeJit {
  private final JustInTime justInTime;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ChangeJit(JustInTime justInTime, Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork) {
    this.justInTime = justInTime;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome change(Command command) {
    return unitOfWork.run(
        () -> switch (entrance.admit(command.actor(), command.organization(), Permission.CHANGE_SETTINGS)) {
          case Admission.Admitted admitted -> save(command);
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome save(Command command) {
    JitSettings before = justInTime.of(command.organization());
    if (!before.equals(command.settings())) {
      justInTime.save(command.organization(), command.settings());
      audit.append(AuditTrail.Entry.success(AuditAction.JIT_CHANGED, command.origin()).by(command.actor().userId())
          .in(command.organization()).with(Map.of("from", text(before), "to", text(command.settings()))));
    }
    return new Outcome.Changed(command.settings());
  }

  private static String text(JitSettings settings) {
    String domains = settings.allowedDomains().isEmpty()
        ? "any domain"
        : settings.allowedDomains().stream().map(DomainName::value).collect(Collectors.joining(" "));
    return (settings.enabled() ? "on, " : "off, ") + settings.defaultRole() + ", " + domains;
  }

  /** What shall become of new people, and who says so. */
  public record Command(Actor actor, OrganizationId organization, JitSettings settings, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(JitSettings settings) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
