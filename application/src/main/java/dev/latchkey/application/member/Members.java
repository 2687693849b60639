package dev.latchkey.application.member;

import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MemberProfile;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** Memberships together with what an organization knows of the people behind them. */
public interface Members {
  /**
   * A part of the list.
   *
   * @param position of the member after which it begins, see {@link Member#position}; absent for the beginning
   */
  List<Member> list(OrganizationId organization, MemberFilter filter, Optional<String> position, int limit);

  Optional<Member> find(OrganizationId organization, MembershipId id);

  /** Stores what the organization keeps of a person; the membership's version doesn't change. */
  void describe(OrganizationId organization, MembershipId id, MemberProfile profile);

  /** Takes a membership away for good. @return whether it was there */
  boolean remove(OrganizationId organization, MembershipId id);
}
