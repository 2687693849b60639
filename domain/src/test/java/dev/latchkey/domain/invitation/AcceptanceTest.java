package dev.latchkey.domain.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptanceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrganizationId ACME = new OrganizationId("0".repeat(26));
  private static final UserId INVITER = new UserId("1".repeat(26));

  @Test
  void an_invitation_is_good_for_a_week_from_the_last_time_it_was_sent() {
    Invitation invitation = invitation(Role.AGENT);
    assertThat(invitation.isExpiredAt(NOON.plus(Duration.ofDays(7)).minusMillis(1))).isFalse();
    assertThat(invitation.isExpiredAt(NOON.plus(Duration.ofDays(7)))).isTrue();
    Invitation again = invitation.sentAgain(new UserId("2".repeat(26)), link("3", NOON.plus(Duration.ofDays(6))));
    assertThat(again.isExpiredAt(NOON.plus(Duration.ofDays(12)))).isFalse();
    assertThat(again.id()).isEqualTo(invitation.id());
    assertThat(again.invitedBy()).isNotEqualTo(INVITER);
  }

  @Test
  void making_an_owner_takes_an_owner() {
    assertThat(invitation(Role.OWNER).permission()).isEqualTo(Permission.MANAGE_OWNERS);
    assertThat(invitation(Role.ADMIN).permission()).isEqualTo(Permission.MANAGE_MEMBERS);
    assertThat(invitation(Role.AGENT).permission()).isEqualTo(Permission.MANAGE_MEMBERS);
  }

  @ParameterizedTest
  @EnumSource
  void the_inviter_must_still_be_able_to_give_the_role(Role given) {
    Set<Role> may = given == Role.OWNER ? EnumSet.of(Role.OWNER) : EnumSet.of(Role.OWNER, Role.ADMIN);
    for (Role now : Role.values()) {
      for (MembershipStatus status : MembershipStatus.values()) {
        boolean good = may.contains(now) && status == MembershipStatus.ACTIVE;
        assertThat(obstacle(invitation(given), Optional.of(member(now, status)), Optional.empty()))
            .as(now + " " + status).isEqualTo(good ? Optional.empty() : Optional.of("inviter-may-grant"));
      }
    }
    assertThat(obstacle(invitation(given), Optional.empty(), Optional.empty())).contains("inviter-may-grant");
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_made_a_member_twice(MembershipStatus status) {
    assertThat(obstacle(invitation(Role.AGENT), Optional.of(member(Role.OWNER, MembershipStatus.ACTIVE)),
        Optional.of(member(Role.AGENT, status)))).contains("not-a-member-yet");
  }

  @Test
  void only_the_newest_link_counts() {
    Invitation again = invitation(Role.AGENT).sentAgain(INVITER, link("4", NOON));
    assertThat(obstacle(again, Optional.of(member(Role.OWNER, MembershipStatus.ACTIVE)), Optional.empty()))
        .contains("link-newest");
  }

  /** What stands in the way of the first link. */
  private static Optional<String> obstacle(Invitation invitation, Optional<Membership> inviter,
      Optional<Membership> invited) {
    return Acceptance.obstacle(invitation, link("3", NOON).id(), inviter, invited).map(Reason::rule);
  }

  private static Invitation invitation(Role role) {
    return Invitation.sent(new InvitationId("5".repeat(26)), ACME, new EmailAddress("bob@example.com"), role, INVITER,
        link("3", NOON));
  }

  private static OneTimeSecret link(String digit, Instant at) {
    return OneTimeSecret.issued(new SecretId(digit.repeat(26)), Purpose.INVITATION, "secret", Map.of(), at);
  }

  private static Membership member(Role role, MembershipStatus status) {
    return new Membership(new MembershipId("6".repeat(26)), ACME, INVITER, role, status, MembershipSource.MANUAL,
        false, NOON, 0);
  }
}
