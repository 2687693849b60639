package dev.latchkey.domain.policy;

import static dev.latchkey.domain.policy.AccessDecision.Verdict.ALLOWED;
import static dev.latchkey.domain.policy.AccessDecision.Verdict.MFA_ENROLMENT_REQUIRED;
import static dev.latchkey.domain.policy.AccessDecision.Verdict.MFA_REQUIRED;
import static dev.latchkey.domain.policy.AccessDecision.Verdict.NOT_A_MEMBER;
import static dev.latchkey.domain.policy.AccessDecision.Verdict.SSO_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrganizationId ACME = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAA");
  private static final OrganizationId OTHER = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAB");
  private static final Proof PASSWORD = new Proof.Password(NOON);
  private static final Proof TOTP = new Proof.Totp(NOON);
  private static final Proof SSO = new Proof.Sso(NOON, ACME, 1);
  private static final AuthenticationRequirement ANY = AuthenticationRequirement.NONE;
  private static final AuthenticationRequirement MFA = new AuthenticationRequirement(AuthRequired.MFA, false);
  private static final AuthenticationRequirement SSO_ONLY = new AuthenticationRequirement(AuthRequired.SSO, false);
  private static final AuthenticationRequirement SSO_AND_MFA = new AuthenticationRequirement(AuthRequired.SSO, true);

  @ParameterizedTest
  @EnumSource(value = MembershipStatus.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void hides_the_organization_from_whoever_is_not_active(MembershipStatus status) {
    assertThat(AccessPolicy.decide(acme(ANY), membership(status, true), Proofs.of(PASSWORD, TOTP, SSO), true).verdict())
        .isEqualTo(NOT_A_MEMBER);
  }

  @Test
  void lets_any_first_factor_in_where_nothing_is_demanded() {
    assertThat(decide(ANY, false, false, PASSWORD)).isEqualTo(ALLOWED);
    assertThat(decide(ANY, false, false, SSO)).isEqualTo(ALLOWED);
  }

  @Test
  void insists_on_an_enrolled_factor_whatever_the_organization_says() {
    assertThat(decide(ANY, true, false, PASSWORD)).isEqualTo(MFA_REQUIRED);
    assertThat(decide(SSO_ONLY, true, false, SSO)).isEqualTo(MFA_REQUIRED);
    assertThat(decide(ANY, true, false, PASSWORD, TOTP)).isEqualTo(ALLOWED);
  }

  @Test
  void demands_enrolment_where_mfa_is_required_and_nothing_is_enrolled() {
    assertThat(decide(MFA, false, false, PASSWORD)).isEqualTo(MFA_ENROLMENT_REQUIRED);
    assertThat(decide(new AuthenticationRequirement(AuthRequired.ANY, true), false, false, PASSWORD))
        .isEqualTo(MFA_ENROLMENT_REQUIRED);
    assertThat(decide(SSO_AND_MFA, false, false, SSO)).isEqualTo(MFA_ENROLMENT_REQUIRED);
  }

  @Test
  void takes_a_verified_passkey_for_two_factors_and_an_unverified_one_for_one() {
    assertThat(decide(MFA, false, false, new Proof.Passkey(NOON, true))).isEqualTo(ALLOWED);
    assertThat(decide(MFA, false, false, new Proof.Passkey(NOON, false))).isEqualTo(MFA_ENROLMENT_REQUIRED);
  }

  @Test
  void accepts_only_the_organizations_own_identity_provider_under_sso() {
    assertThat(decide(SSO_ONLY, false, false, PASSWORD)).isEqualTo(SSO_REQUIRED);
    assertThat(decide(SSO_ONLY, false, false, new Proof.Sso(NOON, OTHER, 1))).isEqualTo(SSO_REQUIRED);
    assertThat(decide(SSO_ONLY, false, false, new Proof.Social(NOON, "google"))).isEqualTo(SSO_REQUIRED);
    assertThat(decide(SSO_ONLY, true, false, PASSWORD, TOTP)).isEqualTo(SSO_REQUIRED);
    assertThat(decide(SSO_ONLY, false, false, SSO)).isEqualTo(ALLOWED);
  }

  @Test
  void believes_no_proof_that_was_made_through_an_earlier_connection() {
    assertThat(decide(SSO_ONLY, false, false, new Proof.Sso(NOON, ACME, 0))).isEqualTo(SSO_REQUIRED);
    assertThat(decide(SSO_ONLY, false, false, new Proof.Sso(NOON, ACME, 2))).isEqualTo(SSO_REQUIRED);
  }

  @Test
  void lets_a_break_glass_owner_in_with_password_and_second_factor_only() {
    assertThat(decide(SSO_ONLY, true, true, PASSWORD, TOTP)).isEqualTo(ALLOWED);
    assertThat(decide(SSO_ONLY, false, true, PASSWORD)).isEqualTo(SSO_REQUIRED);
    assertThat(decide(SSO_ONLY, true, true, new Proof.MagicLink(NOON), TOTP)).isEqualTo(SSO_REQUIRED);
  }

  @Test
  void says_which_rule_decided() {
    AccessDecision decision = AccessPolicy.decide(acme(SSO_ONLY), membership(MembershipStatus.ACTIVE, false),
        Proofs.of(PASSWORD), false);
    assertThat(decision.chain()).extracting(Reason::rule).containsExactly("membership-active",
        "organization-demands-sso");
    assertThat(decision.chain().getLast().result()).isEqualTo(Reason.Result.FAILED);
  }

  private static AccessDecision.Verdict decide(AuthenticationRequirement requirement, boolean enrolled,
      boolean breakGlass, Proof... proofs) {
    return AccessPolicy.decide(acme(requirement), membership(MembershipStatus.ACTIVE, breakGlass), Proofs.of(proofs),
        enrolled).verdict();
  }

  private static Organization acme(AuthenticationRequirement requirement) {
    return new Organization(ACME, new Slug("acme"), new OrganizationName("Acme"), requirement, 1, NOON, 0);
  }

  private static Membership membership(MembershipStatus status, boolean breakGlass) {
    return new Membership(new MembershipId("01ARZ3NDEKTSV4RRFFQ69G5FAC"), ACME,
        new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAD"), Role.OWNER, status, MembershipSource.SIGNUP, breakGlass, NOON, 0);
  }
}
