package dev.latchkey.application.session;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.FederatedIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What organizations' identity providers have said about an account before its owner came: whom of theirs it is, and that
 * they signed in. It stands until somebody proves the address, and gives way then, since any organization may have said it
 * of any address. All of it inside the running unit of work.
 */
public final class ForeignWords {
  private final LastSignIns signIns;
  private final IdentityBindings identities;
  private final OwnSessions sessions;
  private final AuditTrail audit;

  public ForeignWords(LastSignIns signIns, IdentityBindings identities, OwnSessions sessions, AuditTrail audit) {
    this.signIns = signIns;
    this.identities = identities;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Whether nobody has proven to own the account so far. */
  public boolean stand(UserId user) {
    return !signIns.any(user);
  }

  /**
   * Ends all sessions and all bindings that were there before the owner; afterwards these are the owner's to make.
   *
   * @param vouching the organization by which the owner came and proved to be the owner; what it said stays
   */
  public void giveWay(UserId user, Optional<OrganizationId> vouching) {
    sessions.endAll(user, Optional.empty());
    identities.of(user).stream().filter(it -> vouching.filter(it.organizationId()::equals).isEmpty())
        .forEach(this::drop);
  }

  private void drop(FederatedIdentity identity) {
    identities.remove(identity.userId(), identity.id());
    // From where its owner came is nothing to the organization that had bound it.
    audit.append(AuditTrail.Entry.success(AuditAction.IDENTITY_UNLINKED, Origin.ofItself("first sign-in of the owner"))
        .in(identity.organizationId()).by(identity.userId())
        .because(List.of(Reason.failed("account-own", "The owner of the address has come since it was linked.")))
        .with(Map.of("issuer", identity.subject().issuer(), "subject", identity.subject().subject())));
  }
}
