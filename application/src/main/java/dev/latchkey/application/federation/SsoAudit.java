package dev.latchkey.application.federation;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what came of signing in at an identity provider, inside the running unit of work. */
public final class SsoAudit {
  private static final String METHOD = "single sign-on";

  private final AuditTrail trail;

  public SsoAudit(AuditTrail trail) {
    this.trail = trail;
  }

  void signedIn(OrganizationId organization, UserId user, OidcIdentity identity, List<Reason> chain, Origin origin) {
    trail.append(AuditTrail.Entry.success(AuditAction.SIGN_IN, origin).in(organization).by(user).because(chain)
        .with(described(identity)));
  }

  void linked(OrganizationId organization, UserId user, OidcIdentity identity, Origin origin) {
    trail.append(AuditTrail.Entry.success(AuditAction.IDENTITY_LINKED, origin).in(organization).by(user)
        .with(described(identity)));
  }

  void unlinked(FederatedIdentity identity, int sessionsChanged, Origin origin) {
    Map<String, String> details = described(identity);
    details.put("sessionsChanged", String.valueOf(sessionsChanged));
    trail.append(AuditTrail.Entry.success(AuditAction.IDENTITY_UNLINKED, origin).in(identity.organizationId())
        .by(identity.userId()).with(details));
  }

  void notUnlinked(FederatedIdentity identity, Origin origin) {
    trail.append(AuditTrail.Entry.refused(AuditAction.IDENTITY_UNLINKED, origin).in(identity.organizationId())
        .by(identity.userId()).with(described(identity)).because(
            List.of(Reason.failed("other-way-in", "The person has no password, no passkey and no other identity."))));
  }

  /** Somebody whom the provider named, and who does not come in. */
  void refused(Trip trip, SsoFault fault, Optional<UserId> user, OidcIdentity identity, List<Reason> chain) {
    Map<String, String> details = described(identity);
    details.put("fault", fault.name());
    trail.append(AuditTrail.Entry.refused(trip.action(), trip.origin()).in(trip.organization()).by(user)
        .because(chain).with(details));
  }

  /** It went wrong before anybody was named. */
  void failed(Trip trip, SsoProblem problem) {
    trail.append(AuditTrail.Entry.refused(trip.action(), trip.origin()).in(trip.organization())
        .because(List.of(Reason.failed(rule(problem.fault()), problem.detail())))
        .with(Map.of("method", METHOD, "fault", problem.fault().name(), "detail", problem.detail())));
  }

  /** Something came back that belongs to nothing; so nobody can say to which organization. */
  void strayed(SsoProblem problem, Origin origin) {
    trail.append(AuditTrail.Entry.refused(AuditAction.SIGN_IN, origin)
        .because(List.of(Reason.failed(rule(problem.fault()), problem.detail())))
        .with(Map.of("method", METHOD, "fault", problem.fault().name())));
  }

  private static Map<String, String> described(OidcIdentity identity) {
    return described(identity.subject(), identity.email());
  }

  private static Map<String, String> described(FederatedIdentity identity) {
    return described(identity.subject(), identity.email());
  }

  private static Map<String, String> described(FederatedSubject subject, Optional<EmailAddress> email) {
    Map<String, String> details = new HashMap<>(Map.of("method", METHOD, "issuer", subject.issuer(), "subject",
        subject.subject()));
    email.ifPresent(it -> details.put("email", it.value()));
    return details;
  }

  static String rule(SsoFault fault) {
    return switch (fault.kind()) {
      case REQUEST -> "sso-round-trip";
      case TOKEN -> "sso-token-believed";
      case PERSON -> "sso-provider-consents";
      case PROVIDER -> "sso-provider-works";
    };
  }

  /** The round trip that it is about; {@code linking} if it was not for signing in. */
  record Trip(OrganizationId organization, boolean linking, Origin origin) {
    AuditAction action() {
      return linking ? AuditAction.IDENTITY_LINKED : AuditAction.SIGN_IN;
    }
  }
}
