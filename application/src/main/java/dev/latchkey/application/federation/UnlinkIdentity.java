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
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.sso.IdentityId;
import java.util.List;
import java.util.Optional;

/**
 * Takes an identity off an account, an organization's or one that is the account's alone. What its provider has vouched
 * for in the person's sessions is void at once. The last way in stays: a password, a passkey or another identity that
 * leads in has to be left. A mailed link does not count: whoever runs the identity provider often runs the mailbox, too,
 * and can close both at once.
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
  private final SocialAudit socialAudit;
  private final UnitOfWork unitOfWork;

  public UnlinkIdentity(OwnIdentities identities, Users users, Passkeys passkeys, VouchedSessions sessions,
      LastOwner lastOwner, IdentityNotices notices, AccountProof proof, SsoAudit audit, SocialAudit socialAudit,
      UnitOfWork unitOfWork) {
    this.identities = identities;
    this.users = users;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.lastOwner = lastOwner;
    this.notices = notices;
    this.proof = proof;
    this.audit = audit;
    this.socialAudit = socialAudit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome unlink(SignedIn signedIn, IdentityId id, Origin origin) {
    return proof.isFresh(signedIn)
        ? unitOfWork.run(() -> unlinkHeld(signedIn, id, origin))
        : new Outcome.ProofTooOld();
  }

  private Outcome unlinkHeld(SignedIn signedIn, IdentityId id, Origin origin) {
    UserId user = signedIn.person().id();
    // Before the person is held, as everybody does who holds both, and before anything of the organization is read.
    boolean ownerLost =
        identities.whose(user, id).filter(it -> lastOwner.isLostByUnlinking(it, user)).isPresent();
    // Or of two identities each could be taken off because of the other.
    users.hold(user);
    List<LinkedIdentity> own = identities.of(user);
    Optional<LinkedIdentity> ofOrganization = own.stream().filter(it -> it.identity().id().equals(id)).findFirst();
    if (ofOrganization.isPresent()) {
      LinkedIdentity identity = ofOrganization.get();
      return unlink(signedIn, identity, ownerLost && isOnlyOneOf(identity, own), origin);
    }
    return identities.socialOf(user).stream().filter(it -> it.id().equals(id)).findFirst()
        .map(social -> unlink(signedIn, social, origin)).orElseGet(Outcome.NotFound::new);
  }

  private Outcome unlink(SignedIn signedIn, LinkedIdentity identity, boolean ownerLost, Origin origin) {
    UserId user = signedIn.person().id();
    if (identity.leadsIn() && !hasAnotherWayIn(user, identity.identity().id())) {
      audit.notUnlinked(identity.identity(), origin);
      return new Outcome.LastWayIn();
    }
    if (ownerLost) {
      audit.notUnlinked(identity.identity(), origin);
      return new Outcome.LastOwner();
    }
    identities.remove(identity.identity());
    VouchedSessions.Changed changed = sessions.withdraw(user, identity.organization().id());
    audit.unlinked(identity.identity(), changed.count(), origin);
    users.find(user).ifPresent(it -> notices.unlinked(it, identity.organization().id()));
    return unlinked(changed, signedIn);
  }

  private Outcome unlink(SignedIn signedIn, SocialIdentity identity, Origin origin) {
    UserId user = signedIn.person().id();
    if (identities.leadsIn(identity) && !hasAnotherWayIn(user, identity.id())) {
      socialAudit.notUnlinked(identity, origin);
      return new Outcome.LastWayIn();
    }
    identities.remove(identity);
    VouchedSessions.Changed changed = sessions.withdraw(user, identity.provider());
    socialAudit.unlinked(identity, changed.count(), origin);
    users.find(user).ifPresent(it -> notices.unlinked(it, identity.provider()));
    return unlinked(changed, signedIn);
  }

  private static Outcome unlinked(VouchedSessions.Changed changed, SignedIn signedIn) {
    return new Outcome.Unlinked(changed.ended().contains(signedIn.session().id()));
  }

  private boolean hasAnotherWayIn(UserId user, IdentityId id) {
    return users.find(user).flatMap(User::password).isPresent() || !passkeys.of(user).isEmpty()
        || identities.of(user).stream().anyMatch(it -> !it.identity().id().equals(id) && it.leadsIn())
        || identities.socialOf(user).stream().anyMatch(it -> !it.id().equals(id) && identities.leadsIn(it));
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
