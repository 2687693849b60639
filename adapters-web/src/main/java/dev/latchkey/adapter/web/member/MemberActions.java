package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.page.view.MemberView;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.MemberRights;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page offers. It only spares people what would be refused: the use cases judge for themselves. */
final class MemberActions {
  private MemberActions() {}

  /** The roles that a role may give, from least to most. */
  static List<Role> grantable(Role own) {
    return Arrays.stream(Role.values()).filter(role -> allows(own, MemberRights.toGrant(role)))
        .sorted(Comparator.reverseOrder()).toList();
  }

  /** What somebody may do with a member of the same organization; null if nothing. */
  static MemberView.@Nullable Actions of(SignedIn.Place place, Member member) {
    Role own = place.membership().role();
    boolean toSetUp = member.membership().isActive() && !member.hasCredential();
    boolean inVain = place.organization().requirement().demandsSso() && !member.membership().breakGlass();
    return allows(own, MemberRights.towards(member.membership()))
        ? new MemberView.Actions(grantable(own),
            Permission.MANAGE_BREAK_GLASS.isGrantedTo(own) && member.membership().role() == Role.OWNER,
            toSetUp && !inVain, toSetUp && inVain,
            member.membership().isActive() && !member.membership().breakGlass()
                && place.organization().ssoVersion() > 0)
        : null;
  }

  private static boolean allows(Role own, List<Permission> needed) {
    return needed.stream().allMatch(permission -> permission.isGrantedTo(own));
  }
}
