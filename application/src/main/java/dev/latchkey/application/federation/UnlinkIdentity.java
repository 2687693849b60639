package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.IdentityId;
import java.util.List;
import java.util.Optional;

/**
 * Takes an identity off an account. What the organization's identity provider has vouched for in the person's sessions is
 * void at once. The last way in stays: a password, a passkey or another identity that leads in has to be left. A mailed
 * link does not count: whoever runs the identity provider often runs the mailbox, too, and can close both at once.
 */
public final class UnlinkIdentity {
  private final OwnIdentities identities;
  private final Users users;
  private final Passkeys passkeys;
  private final VouchedSessions sessions;
  private final LastOwner lastOwner;
  private final IdentityNotices notices;
  private final AccountProof proof;
  private final SsoAudit audit;
  private final UnitOfWork unitOfWork;

  public UnlinkIdentity(OwnIdentities identities, Users users, Passkeys passkeys, VouchedSessions sessions,
      LastOwner lastOwner, IdentityNotices notices, AccountProof proof, SsoAudit audit, UnitOfWork unitOfWork) {
    this.identities = identities;
    this.users = users;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.lastOwner = lastOwner;
    this.notices = notices;
    this.proof = proof;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome unlink(SignedIn signedIn, IdentityId id, Origin origin) {
    return proof.isFresh(signedIn)
        ? unitOfWork.run(() -> unlinkHeld(signedIn, id, origin))
        : new Outcome.ProofTooOld();
  }

  private Outcome unlinkHeld(SignedIn signedIn, IdentityId id, Origin origin) {
    UserId user = signedIn.person().id();
    // Before the person is held, as everybody does who holds both.
    boolean ownerLost = identities.of(user).stream().filter(it -> it.identity().id().equals(id))
        .anyMatch(it -> lastOwner.isLostByUnlinking(it.organization().id(), user));
    // Or of two identities each could be taken off because of the other.
    users.hold(user);
    List<LinkedIdentity> own = identities.of(user);
    Optional<LinkedIdentity> found = own.stream().filter(it -> it.identity().id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    LinkedIdentity identity = found.get();
    if (identity.leadsIn() && !hasAnotherWayIn(user, id, own)) {
      audit.notUnlinked(identity.identity(), origin);
      return new Outcome.LastWayIn();
    }
    if (ownerLost && isOnlyOneOf(identity, own)) {
      audit.notUnlinked(identity.identity(), origin);
      return new Outcome.LastOwner();
    }
    identities.remove(identity.identity());
    VouchedSessions.Changed changed = sessions.withdraw(user, identity.organization().id());
    audit.unlinked(identity.identity(), changed.count(), origin);
    users.find(user).ifPresent(it -> notices.unlinked(it, identity.organization().id()));
    return new Outcome.Unlinked(changed.ended().contains(signedIn.session().id()));
  }

  private boolean hasAnotherWayIn(UserId user, IdentityId id, List<LinkedIdentity> own) {
    return users.find(user).flatMap(User::password).isPresent() || !passkeys.of(user).isEmpty()
        || own.stream().anyMatch(it -> !it.identity().id().equals(id) && it.leadsIn());
  }

  private static boolean isOnlyOneOf(LinkedIdentity identity, List<LinkedIdentity> own) {
    return identity.leadsIn() && own.stream().filter(LinkedIdentity::leadsIn)
        .filter(it -> it.organization().id().equals(identity.organization().id())).count() == 1;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param signedOut whether the session that asked is over, as it had shown nothing else */
    record Unlinked(boolean signedOut) implements Outcome {}

    /** There is none of this id, or it is somebody else's. */
    record NotFound() implements Outcome {}

    record ProofTooOld() implements Outcome {}

    /** Nothing else would lead into the account. */
    record LastWayIn() implements Outcome {}

    /** Its organization demands single sign-on, and no owner would be left who gets in by it. */
    record LastOwner() implements Outcome {}
  }
}
