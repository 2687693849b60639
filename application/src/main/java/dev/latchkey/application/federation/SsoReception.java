package dev.latchkey.application.federation;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.invitation.OpenInvitations;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SeenThrough;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes of somebody who was admitted what the decision says, inside the running unit of work. */
public final class SsoReception {
  private final FederatedIdentities identities;
  private final Users users;
  private final Memberships memberships;
  private final OpenInvitations invitations;
  private final OwnSessions sessions;
  private final SsoAudit ssoAudit;
  private final AuditTrail audit;
  private final Ids ids;

  public SsoReception(FederatedIdentities identities, Users users, Memberships memberships,
      OpenInvitations invitations, OwnSessions sessions, SsoAudit ssoAudit, AuditTrail audit, Ids ids) {
    this.identities = identities;
    this.users = users;
    this.memberships = memberships;
    this.invitations = invitations;
    this.sessions = sessions;
    this.ssoAudit = ssoAudit;
    this.audit = audit;
    this.ids = ids;
  }

  User admit(Verdict.Admit verdict, Guest guest) {
    User user = verdict.user();
    if (verdict.link()) {
      if (user.password().isEmpty()) {
        // Whoever made this account has never proven the address; now its owner is here.
        sessions.endAll(user.id(), Optional.empty());
      }
      bind(user.id(), guest);
    }
    verdict.joining().ifPresent(joining -> join(user, joining, guest));
    return user;
  }

  /** An account without a password: only the identity provider leads into it, until its owner adds more. */
  User create(Verdict.Create verdict, Guest guest) {
    User user = User.withoutCredential(new UserId(ids.next()), verdict.email(), guest.name(verdict.email()),
        guest.identity().locale().orElse(guest.locale()), guest.at());
    users.add(user);
    bind(user.id(), guest);
    join(user, verdict.joining(), guest);
    return user;
  }

  void noteUse(FederatedIdentity bound, Guest guest) {
    identities.noteUse(bound.seen(guest.through(), guest.identity().email(), guest.at()));
  }

  void bind(UserId user, Guest guest) {
    identities.add(new FederatedIdentity(new IdentityId(ids.next()), guest.organization(), guest.identity().subject(),
        guest.through(), user, guest.identity().email(), guest.at(), Optional.of(guest.at())));
    ssoAudit.linked(guest.organization(), user, guest.identity(), guest.origin());
  }

  private void join(User user, Joining joining, Guest guest) {
    MembershipId id = new MembershipId(ids.next());
    if (joining.invitation().isPresent()) {
      invitations.accept(joining.invitation().get(), id, user, guest.origin(), guest.at());
      return;
    }
    memberships.add(joining.membership(id, guest.organization(), user.id(), guest.at()));
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_JOINED, guest.origin()).by(user.id())
        .in(guest.organization()).with(Map.of("email", user.email().value(), "role", joining.role().name(), "status",
            joining.status().name(), "source", joining.source().name())));
  }

  /**
   * Somebody who stands at the door.
   *
   * @param through the connection that named them
   * @param locale the browser's, for who has said nothing else
   */
  record Guest(OrganizationId organization, OidcIdentity identity, SeenThrough through, Locale locale, Origin origin,
      Instant at) {
    private PersonName name(EmailAddress email) {
      return identity.name().orElseGet(() -> new PersonName(email.localPart()));
    }
  }
}
