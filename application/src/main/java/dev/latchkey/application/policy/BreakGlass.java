package dev.latchkey.application.policy;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.member.Members;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who could still get into an organization that demands single sign-on, should the identity provider fail. */
public final class BreakGlass {
  private static final int BATCH = 200;
  private static final MemberFilter OWNERS = new MemberFilter(Optional.of(MembershipStatus.ACTIVE),
      Optional.of(Role.OWNER), Optional.empty(), "", false);

  private final Members members;
  private final Users users;

  public BreakGlass(Members members, Users users) {
    this.members = members;
    this.users = users;
  }

  /** Break-glass owners who have both a password and a second factor. */
  Set<MembershipId> ready(OrganizationId organization) {
    Set<MembershipId> ready = new HashSet<>();
    Optional<String> position = Optional.empty();
    List<Member> batch;
    do {
      batch = members.list(organization, OWNERS, position, BATCH);
      batch.stream().filter(this::isReady).map(Member::id).forEach(ready::add);
      position = batch.isEmpty() ? position : Optional.of(batch.getLast().position());
    } while (batch.size() == BATCH);
    return ready;
  }

  private boolean isReady(Member member) {
    return member.membership().breakGlass() && member.mfaEnrolled()
        && users.find(member.membership().userId()).flatMap(User::password).isPresent();
  }
}
