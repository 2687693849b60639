package dev.latchkey.application.memory;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.member.Owners;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MemberProfile;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.OwnerAccess;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Members} in memory. */
public final class InMemoryMembers implements Members {
  private final Table<MembershipId, MemberProfile> profiles;
  private final Users users;
  private final InMemoryMemberships memberships;
  private final Passkeys passkeys;
  private final InMemorySsoConnections connections;
  private final FederatedIdentities identities;
  private final SocialIdentities socialIdentities;

  public InMemoryMembers(InMemoryDatabase database, Users users, InMemoryMemberships memberships,
      Passkeys passkeys, InMemorySsoConnections connections, SocialIdentities socialIdentities) {
    this.profiles = database.table();
    this.users = users;
    this.memberships = memberships;
    this.passkeys = passkeys;
    this.connections = connections;
    this.identities = connections.identities();
    this.socialIdentities = socialIdentities;
  }

  @Override
  public List<Member> list(OrganizationId organization, MemberFilter filter, Optional<String> position, int limit) {
    return of(organization).filter(member -> wanted(member, filter)).sorted(Comparator.comparing(Member::position))
        .filter(member -> member.position().compareTo(position.orElse("")) > 0).limit(limit).toList();
  }

  @Override
  public Optional<Member> find(OrganizationId organization, MembershipId id) {
    return of(organization).filter(member -> member.id().equals(id)).findFirst();
  }

  @Override
  public void describe(OrganizationId organization, MembershipId id, MemberProfile profile) {
    find(organization, id).ifPresent(member -> profiles.put(id, profile));
  }

  @Override
  public boolean remove(OrganizationId organization, MembershipId id) {
    return find(organization, id)
        .filter(member -> memberships.remove(organization, member.membership().userId())).isPresent();
  }

  private Stream<Member> of(OrganizationId organization) {
    return memberships.all().stream().filter(it -> it.organizationId().equals(organization)).map(this::member);
  }

  private Member member(Membership membership) {
    User user = users.find(membership.userId()).orElseThrow();
    return new Member(membership, user.email(), user.name(),
        profiles.find(membership.id()).orElse(MemberProfile.EMPTY),
        user.mfaEnrolled() || passkeys.of(user.id()).stream().anyMatch(Passkey::userVerified),
        user.password().isPresent() || user.mfaEnrolled() || !passkeys.of(user.id()).isEmpty()
            || !identities.of(user.id()).isEmpty() || !socialIdentities.of(user.id()).isEmpty(),
        isLinked(membership), memberships.lastSignInAt(membership.id()));
  }

  private boolean isLinked(Membership membership) {
    return connections.find(membership.organizationId())
        .filter(connection -> identities.of(membership.userId()).stream()
            .anyMatch(it -> it.organizationId().equals(membership.organizationId()) && connection.canName(it)))
        .isPresent();
  }

  private static boolean wanted(Member member, MemberFilter filter) {
    Membership membership = member.membership();
    return filter.status().orElse(membership.status()) == membership.status()
        && filter.role().orElse(membership.role()) == membership.role()
        && filter.source().orElse(membership.source()) == membership.source()
        && searched(member, filter.namesOnly()).toLowerCase(Locale.ROOT)
            .contains(filter.text().toLowerCase(Locale.ROOT));
  }

  private static String searched(Member member, boolean namesOnly) {
    return namesOnly
        ? member.name().value()
        : String.join("\n", member.name().value(), member.ownName().value(), member.signInEmail().value(),
            member.mailbox().value());
  }

  private boolean isOwned(Member member) {
    User user = users.find(member.membership().userId()).orElseThrow();
    return user.password().isPresent() || user.mfaEnrolled() || memberships.lastSignIns().any(user.id());
  }

  /** The same rows, seen by who must not lose the last owner; units of work never overlap here. */
  Owners owners(VerifiedDomains domains) {
    return new Owners() {
      @Override
      public void hold(OrganizationId organization) {
        // Nobody else is at work before this unit ends.
      }

      @Override
      public List<OwnerAccess> active(OrganizationId organization, Instant now) {
        Set<DomainName> own = domains.of(organization).stream().filter(it -> it.isUsableAt(now))
            .map(VerifiedDomain::domain).collect(Collectors.toSet());
        Set<UserId> ready = breakGlass(organization).stream().filter(BreakGlassOwner::isReady)
            .map(BreakGlassOwner::userId).collect(Collectors.toSet());
        return of(organization).filter(it -> it.membership().isActiveOwner())
            .map(it -> new OwnerAccess(it.membership().userId(), it.hasCredential() && isOwned(it), it.linked(),
                Optional.of(DomainName.of(it.signInEmail())).filter(own::contains),
                ready.contains(it.membership().userId())))
            .toList();
      }

      @Override
      public List<BreakGlassOwner> breakGlass(OrganizationId organization) {
        return memberships.all().stream()
            .filter(it -> it.organizationId().equals(organization) && it.breakGlass() && it.role() == Role.OWNER)
            .map(it -> {
              User user = users.find(it.userId()).orElseThrow();
              return new BreakGlassOwner(it.id(), user.id(), it.isActive(), user.password().isPresent(),
                  user.mfaEnrolled());
            }).toList();
      }
    };
  }
}
