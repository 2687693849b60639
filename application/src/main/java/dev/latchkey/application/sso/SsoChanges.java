package dev.latchkey.application.sso;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.List;
import java.util.Map;

/** Writes down changes of identity providers, each with who made it; never a secret. */
public final class SsoChanges {
  private final AuditTrail audit;

  public SsoChanges(AuditTrail audit) {
    this.audit = audit;
  }

  /** @param change what became different, in a few words */
  void changed(By by, SsoConnection now, String change) {
    audit.append(by.sign(AuditTrail.Entry.success(AuditAction.SSO_CHANGED, by.origin())).with(facts(now, change)));
  }

  void deleted(By by, SsoConnection last) {
    audit.append(by.sign(AuditTrail.Entry.success(AuditAction.SSO_DELETED, by.origin())).with(facts(last, "deleted")));
  }

  void refusedWhileEnforced(By by, AuditAction action) {
    audit.append(by.sign(AuditTrail.Entry.refused(action, by.origin())).because(List.of(
        Reason.failed("sso-not-enforced", "Single sign-on is the only way in"))));
  }

  private static Map<String, String> facts(SsoConnection it, String change) {
    return Map.of("change", change, "provider", it.client().provider().name(), "issuer", it.client().issuer().value(),
        "clientId", it.client().clientId().value(), "callback", it.callback().name(), "version",
        String.valueOf(it.version()));
  }

  /** Who makes a change, where, and from where. */
  record By(Actor actor, OrganizationId organization, Origin origin) {
    AuditTrail.Entry sign(AuditTrail.Entry entry) {
      return entry.by(actor.userId()).in(organization);
    }
  }
}
