package dev.latchkey.domain.invitation;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import java.time.Instant;
import java.util.Map;

/**
 * An address that is asked into an organization. Its life cycle: sent, perhaps sent again, and gone as soon as it is
 * accepted or revoked; one that expires stays for a while, so that somebody can send it again.
 *
 * @param invitedBy who answers for it: whoever sent it last
 * @param secret the one-time secret of the newest link; older ones lead nowhere
 * @param version counts saves, so that two concurrent changes can't overwrite each other
 */
public record Invitation(InvitationId id, OrganizationId organizationId, EmailAddress email, Role role,
    UserId invitedBy, SecretId secret, Instant sentAt, Instant expiresAt, long version) {

  public static Invitation sent(InvitationId id, OrganizationId organization, EmailAddress email, Role role,
      UserId invitedBy, OneTimeSecret link) {
    return new Invitation(id, organization, email, role, invitedBy, link.id(), link.issuedAt(), link.expiresAt(), 0);
  }

  /** The same with a new link, by whoever sends it now; the links before are worth nothing from now on. */
  public Invitation sentAgain(UserId by, OneTimeSecret link) {
    return new Invitation(id, organizationId, email, role, by, link.id(), link.issuedAt(), link.expiresAt(), version);
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Who is asked in as what, for the audit. */
  public Map<String, String> description() {
    return Map.of("email", email.value(), "role", role.name());
  }

  /** What it takes to send this invitation, to send it again and to take it back. */
  public Permission permission() {
    return permissionFor(role);
  }

  /** What it takes to ask somebody in with a role: nobody gives away more than they have. */
  public static Permission permissionFor(Role role) {
    return role == Role.OWNER ? Permission.MANAGE_OWNERS : Permission.MANAGE_MEMBERS;
  }
}
