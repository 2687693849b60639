package dev.latchkey.domain.policy;

import static dev.latchkey.domain.policy.RequirementChange.Obstacle.DOMAIN_NOT_VERIFIED;
import static dev.latchkey.domain.policy.RequirementChange.Obstacle.NO_BREAK_GLASS;
import static dev.latchkey.domain.policy.RequirementChange.Obstacle.SSO_NOT_PROVEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberProfile;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.RequirementChange.Loss;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementChangeTest {
  private static final AuthenticationRequirement ANY = AuthenticationRequirement.NONE;
  private static final AuthenticationRequirement MFA = new AuthenticationRequirement(AuthRequired.MFA, false);
  private static final AuthenticationRequirement REQUIRE_MFA = new AuthenticationRequirement(AuthRequired.ANY, true);
  private static final AuthenticationRequirement SSO = new AuthenticationRequirement(AuthRequired.SSO, false);
  private static final SsoReadiness READY = new SsoReadiness(true, true, true, true);

  @Test
  void tells_everything_that_speaks_against_single_sign_on() {
    assertThat(new RequirementChange(ANY, SSO).obstacles(nothing(false), false))
        .containsExactly(DOMAIN_NOT_VERIFIED, SSO_NOT_PROVEN, NO_BREAK_GLASS);
    assertThat(new RequirementChange(ANY, SSO).obstacles(nothing(true), false))
        .containsExactly(DOMAIN_NOT_VERIFIED, SSO_NOT_PROVEN);
    assertThat(new RequirementChange(ANY, SSO).obstacles(READY, false)).isEmpty();
  }

  @Test
  void lets_an_owner_accept_the_risk_of_being_locked_out_and_nothing_else() {
    assertThat(new RequirementChange(MFA, SSO).obstacles(new SsoReadiness(true, true, true, false), true)).isEmpty();
    assertThat(new RequirementChange(MFA, SSO).obstacles(nothing(false), true))
        .containsExactly(DOMAIN_NOT_VERIFIED, SSO_NOT_PROVEN);
  }

  @Test
  void has_nothing_against_any_other_change() {
    assertThat(new RequirementChange(ANY, MFA).obstacles(nothing(false), false)).isEmpty();
    assertThat(new RequirementChange(SSO, ANY).obstacles(nothing(false), false)).isEmpty();
    assertThat(
        new RequirementChange(SSO, new AuthenticationRequirement(AuthRequired.SSO, true)).obstacles(nothing(false),
            false))
        .isEmpty();
  }

  @Test
  void keeps_out_who_has_no_second_factor_where_one_is_demanded_from_now_on() {
    assertThat(new RequirementChange(ANY, MFA).lossOf(member(false), SsoStanding.NONE, false))
        .contains(Loss.NO_SECOND_FACTOR);
    assertThat(new RequirementChange(ANY, REQUIRE_MFA).lossOf(member(false), SsoStanding.NONE, true))
        .contains(Loss.NO_SECOND_FACTOR);
    assertThat(new RequirementChange(MFA, REQUIRE_MFA).lossOf(member(false), SsoStanding.NONE, false)).isEmpty();
    assertThat(new RequirementChange(MFA, ANY).lossOf(member(false), SsoStanding.NONE, false)).isEmpty();
    assertThat(new RequirementChange(ANY, MFA).lossOf(member(true), SsoStanding.NONE, false)).isEmpty();
  }

  @Test
  void keeps_out_of_single_sign_on_all_but_who_can_break_the_glass() {
    RequirementChange change = new RequirementChange(ANY, SSO);
    assertThat(change.lossOf(member(true), SsoStanding.NONE, true)).isEmpty();
    assertThat(change.lossOf(member(true), SsoStanding.NONE, false)).contains(Loss.NO_SINGLE_SIGN_ON);
    assertThat(new RequirementChange(SSO, ANY).lossOf(member(true), SsoStanding.NONE, false)).isEmpty();
  }

  @Test
  void keeps_nobody_out_of_single_sign_on_who_is_linked_and_tells_who_will_be() {
    RequirementChange change = new RequirementChange(ANY, SSO);
    assertThat(change.lossOf(member(false), SsoStanding.LINKED, false)).isEmpty();
    assertThat(change.lossOf(member(false), SsoStanding.AT_FIRST_SIGN_IN, false)).contains(Loss.NOT_LINKED_YET);
    assertThat(new RequirementChange(ANY, new AuthenticationRequirement(AuthRequired.SSO, true))
        .lossOf(member(false), SsoStanding.LINKED, false)).contains(Loss.NO_SECOND_FACTOR);
  }

  private static SsoReadiness nothing(boolean breakGlassReady) {
    return new SsoReadiness(false, false, false, breakGlassReady);
  }

  private static Member member(boolean mfaEnrolled) {
    Membership membership = Membership.ofFounder(new MembershipId("01ARZ3NDEKTSV4RRFFQ69G5FAA"),
        new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAB"), new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAC"), Instant.EPOCH);
    return new Member(membership, new EmailAddress("ada@example.com"), new PersonName("Ada"), MemberProfile.EMPTY,
        mfaEnrolled, true, false, Optional.empty());
  }
}
