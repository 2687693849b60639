package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one has to be allowed for a change of a member, by whom it concerns and what it gives. */
public final class MemberRights {
  private MemberRights() {}

  /** For letting somebody in with a role. */
  public static List<Permission> toGrant(Role role) {
    return role == Role.OWNER
        ? List.of(Permission.MANAGE_MEMBERS, Permission.MANAGE_OWNERS)
        : List.of(Permission.MANAGE_MEMBERS);
  }

  /** For whatever is done to a member and changes no role. */
  public static List<Permission> towards(Membership target) {
    return toGrant(target.role());
  }

  /** The first thing of that which a role doesn't allow. */
  public static Optional<Permission> lacking(Role own, Membership target) {
    return towards(target).stream().filter(needed -> !needed.isGrantedTo(own)).findFirst();
  }

  public static List<Permission> toChange(Membership target, MemberChange change) {
    List<Permission> needed = new ArrayList<>(towards(target));
    change.role().map(MemberRights::toGrant).ifPresent(needed::addAll);
    if (change.breakGlass().isPresent()) {
      needed.add(Permission.MANAGE_BREAK_GLASS);
    }
    return needed.stream().distinct().toList();
  }
}
