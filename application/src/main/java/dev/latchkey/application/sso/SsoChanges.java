package dev.latchkey.application.sso;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.member.Owners;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.List;
import java.util.Map;

/**
 * How every change of an organization's identity provider begins and is written down, inside the running unit of work;
 * never with a secret.
 */
public final class SsoChanges {
  private final Owners owners;
  private final Entrance entrance;
  private final AuditTrail audit;

  public SsoChanges(Owners owners, Entrance entrance, AuditTrail audit) {
    this.owners = owners;
    this.entrance = entrance;
    this.audit = audit;
  }

  /**
   * Lets in whoever may change it. From here on nobody demands single sign-on until the unit of work ends, and what is
   * read of the organization is what the change before has left.
   */
  Admission admit(Actor actor, OrganizationId organization) {
    owners.hold(organization);
    return entrance.admit(actor, organization, Permission.CHANGE_SETTINGS);
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
