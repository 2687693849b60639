package dev.latchkey.application.domainclaim;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainFinding;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a verified domain whose proof was looked for again, whoever wanted it; inside the running unit of work.
 */
public final class DomainProof {
  private final DomainClaims claims;
  private final DomainMail mail;
  private final AuditTrail audit;

  public DomainProof(DomainClaims claims, DomainMail mail, AuditTrail audit) {
    this.claims = claims;
    this.mail = mail;
    this.audit = audit;
  }

  /** @return the claim as it is stored now, but for its version */
  VerifiedDomain note(VerifiedDomain before, DomainFinding finding, Instant now, Optional<UserId> actor,
      Origin origin) {
    VerifiedDomain after = switch (finding) {
      case DomainFinding.Proven proven -> before.seen(now);
      case DomainFinding.Missed missed -> before.missed(now);
      case DomainFinding.Unclear unclear -> before.unanswered(now);
    };
    claims.save(after);
    if (before.lapsedAt().isEmpty() && after.lapsedAt().isPresent()) {
      append(AuditAction.DOMAIN_LAPSED, after, actor, origin);
      mail.tellOfLapse(after);
    }
    if (before.lapsedAt().isPresent() && after.lapsedAt().isEmpty()) {
      append(AuditAction.DOMAIN_RECOVERED, after, actor, origin);
    }
    return after;
  }

  private void append(AuditAction action, VerifiedDomain claim, Optional<UserId> actor, Origin origin) {
    audit.append(AuditTrail.Entry.success(action, origin).by(actor).in(claim.organizationId())
        .with(Map.of("domain", claim.domain().value())));
  }
}
