package dev.latchkey.application.federation;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what came of signing in at a provider of the deployment, inside the running unit of work. */
public final class SocialAudit {
  private static final String METHOD = "social";

  private final AuditTrail trail;

  public SocialAudit(AuditTrail trail) {
    this.trail = trail;
  }

  public void signedIn(UserId user, Named named, List<Reason> chain, Origin origin) {
    trail.append(
        AuditTrail.Entry.success(AuditAction.SIGN_IN, origin).by(user).because(chain).with(named.described()));
  }

  /** Whose address the provider has proven: the account is new, or its owner's from now on. */
  public void accountOpened(User user, Named named, Origin origin) {
    trail.append(
        AuditTrail.Entry.success(AuditAction.ADDRESS_VERIFIED, origin).by(user.id()).with(named.described()));
  }

  public void linked(UserId user, Named named, Origin origin) {
    trail.append(AuditTrail.Entry.success(AuditAction.IDENTITY_LINKED, origin).by(user).with(named.described()));
  }

  void unlinked(SocialIdentity identity, int sessionsChanged, Origin origin) {
    Map<String, String> details = described(identity);
    details.put("sessionsChanged", String.valueOf(sessionsChanged));
    trail.append(AuditTrail.Entry.success(AuditAction.IDENTITY_UNLINKED, origin).by(identity.userId()).with(details));
  }

  void notUnlinked(SocialIdentity identity, Origin origin) {
    trail.append(AuditTrail.Entry.refused(AuditAction.IDENTITY_UNLINKED, origin).by(identity.userId())
        .with(described(identity)).because(
            List.of(Reason.failed("other-way-in", "The person has no password, no passkey and no other identity."))));
  }

  /** Somebody whom the provider named, and who does not come in this way. */
  public void refused(AuditAction action, Optional<UserId> user, Named named, Optional<SsoFault> fault,
      List<Reason> chain, Origin origin) {
    Map<String, String> details = named.described();
    fault.ifPresent(it -> details.put("fault", it.name()));
    trail.append(AuditTrail.Entry.refused(action, origin).by(user).because(chain).with(details));
  }

  /** It went wrong before anybody was named. */
  public void failed(AuditAction action, SocialProvider provider, SsoProblem problem, Origin origin) {
    trail.append(AuditTrail.Entry.refused(action, origin)
        .because(List.of(Reason.failed(SsoAudit.rule(problem.fault()), problem.detail())))
        .with(Map.of("method", METHOD, "provider", provider.word(), "fault", problem.fault().name())));
  }

  private static Map<String, String> described(SocialIdentity identity) {
    return new Named(identity.provider(),
        new OidcIdentity(identity.subject(), identity.email(), false, Optional.empty(), Optional.empty(),
            Optional.empty()))
        .described();
  }

  /** Somebody whom a provider has named. */
  public record Named(SocialProvider provider, OidcIdentity identity) {
    private Map<String, String> described() {
      Map<String, String> details = new HashMap<>(Map.of("method", METHOD, "provider", provider.word(), "issuer",
          identity.subject().issuer(), "subject", identity.subject().subject()));
      identity.email().ifPresent(it -> details.put("email", it.value()));
      return details;
    }
  }
}
