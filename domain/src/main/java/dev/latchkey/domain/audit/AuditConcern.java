package dev.latchkey.domain.audit;

import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which organizations a fact concerns that is about a person's account and not about one organization: whose admins may
 * read it. Decided when it happens, so that joining or leaving later neither opens nor closes what was before.
 */
public final class AuditConcern {
  private static final Set<AuditAction> ABOUT_GETTING_IN = EnumSet.of(AuditAction.SIGN_IN, AuditAction.MFA_VERIFIED,
      AuditAction.MFA_ENROLLED, AuditAction.MFA_REMOVED, AuditAction.PASSKEY_ADDED, AuditAction.PASSKEY_REMOVED,
      AuditAction.PASSWORD_CHANGED, AuditAction.PASSWORD_RESET, AuditAction.PASSWORD_SET);

  private AuditConcern() {}

  /** Whether it is about how a person gets in. */
  public static boolean isAboutGettingIn(AuditAction action) {
    return ABOUT_GETTING_IN.contains(action);
  }

  /**
   * Whether all organizations are concerned that the person's account opens. What happened in one of them is that one's
   * alone: a sign-in at its identity provider opens no other, and tells what the provider said. The rest of an account is
   * nobody's business.
   */
  public static boolean reachesOrganizations(AuditEvent event) {
    return event.organization().isEmpty() && isAboutGettingIn(event.action());
  }

  /**
   * The organizations that the account opens. If it opens none any more, those that it is locked out of, since they are
   * why it was refused. Whoever waits for approval is not theirs yet.
   *
   * @param memberships all of the person's
   */
  public static List<OrganizationId> among(List<Membership> memberships) {
    boolean opensAny = memberships.stream().anyMatch(Membership::isActive);
    MembershipStatus concerned = opensAny ? MembershipStatus.ACTIVE : MembershipStatus.DEACTIVATED;
    return memberships.stream().filter(membership -> membership.status() == concerned)
        .map(Membership::organizationId).toList();
  }
}
