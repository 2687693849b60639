package dev.latchkey.domain.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
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
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInDecision.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInPolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UserId ADA = new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAD");
  private static final User USER = User.withPassword(ADA, new EmailAddress("ada@example.com"), new PersonName("Ada"),
      Locale.ENGLISH, new PasswordHash("$test"), NOON);
  private static final SignedIn.Place OPEN = place("open", AuthRequired.ANY, MembershipStatus.ACTIVE, false);
  private static final SignedIn.Place SSO = place("corp", AuthRequired.SSO, MembershipStatus.ACTIVE, false);
  private static final SignedIn.Place BREAK_GLASS = place("mine", AuthRequired.SSO, MembershipStatus.ACTIVE, true);
  private static final SignedIn.Place GONE = place("gone", AuthRequired.ANY, MembershipStatus.DEACTIVATED, false);

  @Test
  void refuses_unknown_addresses_wrong_passwords_and_people_without_password() {
    assertThat(SignInPolicy.byPassword(Optional.empty(), false, List.of(), Optional.empty()).verdict())
        .isEqualTo(Verdict.REFUSED);
    assertThat(decide(false, List.of(OPEN)).verdict()).isEqualTo(Verdict.REFUSED);
    User ssoOnly = new User(ADA, USER.email(), USER.name(), Locale.ENGLISH, Optional.empty(), false, NOON, 0);
    assertThat(SignInPolicy.byPassword(Optional.of(ssoOnly), true, List.of(OPEN), Optional.empty()).verdict())
        .isEqualTo(Verdict.REFUSED);
  }

  @Test
  void refuses_people_who_are_deactivated_everywhere_but_not_those_without_any_organization() {
    assertThat(decide(true, List.of(GONE)).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decide(true, List.of(GONE, OPEN)).verdict()).isEqualTo(Verdict.SIGNED_IN);
    assertThat(decide(true, List.of()).verdict()).isEqualTo(Verdict.SIGNED_IN);
  }

  @Test
  void insists_on_sso_only_if_the_named_or_every_organization_does() {
    assertThat(decide(true, List.of(SSO)).verdict()).isEqualTo(Verdict.SSO_REQUIRED);
    assertThat(decide(true, List.of(SSO)).ssoOrganization()).contains(new Slug("corp"));
    assertThat(decide(true, List.of(SSO, OPEN)).verdict()).isEqualTo(Verdict.SIGNED_IN);
    assertThat(decide(true, List.of(SSO, OPEN), "corp").verdict()).isEqualTo(Verdict.SSO_REQUIRED);
    assertThat(decide(true, List.of(SSO, OPEN), "open").verdict()).isEqualTo(Verdict.SIGNED_IN);
    assertThat(decide(true, List.of(SSO, GONE)).verdict()).isEqualTo(Verdict.SSO_REQUIRED);
  }

  @Test
  void lets_a_break_glass_owner_sign_in_by_password_if_a_second_factor_follows() {
    Optional<Slug> mine = Optional.of(new Slug("mine"));
    assertThat(SignInPolicy.byPassword(Optional.of(USER.withMfa(true)), true, List.of(BREAK_GLASS), mine).verdict())
        .isEqualTo(Verdict.SIGNED_IN);
    assertThat(SignInPolicy.byPassword(Optional.of(USER), true, List.of(BREAK_GLASS), mine).verdict())
        .isEqualTo(Verdict.SSO_REQUIRED);
    assertThat(SignInPolicy.ssoInsteadOfPassword(USER.withMfa(true), List.of(BREAK_GLASS))).isEmpty();
    assertThat(SignInPolicy.ssoInsteadOfPassword(USER, List.of(BREAK_GLASS))).isEqualTo(mine);
  }

  @Test
  void breaks_no_glass_by_link_or_passkey() {
    Optional<User> ready = Optional.of(USER.withMfa(true));
    assertThat(SignInPolicy.byMagicLink(ready, Optional.empty(), List.of(BREAK_GLASS)).verdict())
        .isEqualTo(Verdict.SSO_REQUIRED);
    assertThat(SignInPolicy.byPasskey(ready, Optional.empty(), List.of(BREAK_GLASS)).verdict())
        .isEqualTo(Verdict.SSO_REQUIRED);
    assertThat(SignInPolicy.ssoInsteadOfLink(List.of(BREAK_GLASS))).contains(new Slug("mine"));
    assertThat(SignInPolicy.ssoInsteadOfLink(List.of(SSO, OPEN))).isEmpty();
  }

  @Test
  void pays_no_heed_to_an_organization_that_is_not_the_persons() {
    assertThat(decide(true, List.of(OPEN), "corp").verdict()).isEqualTo(Verdict.SIGNED_IN);
  }

  @Test
  void stops_its_chain_at_the_rule_that_failed() {
    assertThat(decide(false, List.of(OPEN)).chain()).extracting(Reason::rule).containsExactly("address-known",
        "password-set", "password-matches");
  }

  @Test
  void lets_nobody_shut_strangers_out_by_entering_and_deactivating_them() {
    SignedIn.Place squatter = manual(false);
    assertThat(decide(true, List.of(squatter), "acme").verdict()).isEqualTo(SignInDecision.Verdict.SIGNED_IN);
    assertThat(decide(true, List.of(manual(true)), "acme").verdict()).isEqualTo(SignInDecision.Verdict.REFUSED);
    SignedIn.Place employer = place("acme", AuthRequired.ANY, MembershipStatus.DEACTIVATED, false);
    assertThat(decide(true, List.of(employer, squatter), "acme").verdict()).isEqualTo(SignInDecision.Verdict.REFUSED);
  }

  @Test
  void lets_nobody_shut_strangers_out_by_an_identity_provider_that_speaks_of_them_either() {
    for (MembershipSource source : MembershipSource.values()) {
      SignedIn.Place planted = place("other", AuthRequired.ANY, MembershipStatus.DEACTIVATED, source, false, false);
      assertThat(decide(true, List.of(planted)).verdict()).as(source.name()).isEqualTo(Verdict.SIGNED_IN);
    }
  }

  private static SignedIn.Place manual(boolean entered) {
    return place("other", AuthRequired.ANY, MembershipStatus.DEACTIVATED, MembershipSource.MANUAL, false, entered);
  }

  private static SignInDecision decide(boolean matches, List<SignedIn.Place> places) {
    return SignInPolicy.byPassword(Optional.of(USER), matches, places, Optional.empty());
  }

  private static SignInDecision decide(boolean matches, List<SignedIn.Place> places, String named) {
    return SignInPolicy.byPassword(Optional.of(USER), matches, places, Optional.of(new Slug(named)));
  }

  private static SignedIn.Place place(String slug, AuthRequired required, MembershipStatus status,
      boolean breakGlass) {
    return place(slug, required, status, MembershipSource.SIGNUP, breakGlass, true);
  }

  private static SignedIn.Place place(String slug, AuthRequired required, MembershipStatus status,
      MembershipSource source, boolean breakGlass, boolean entered) {
    OrganizationId id = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAA");
    return new SignedIn.Place(
        new Organization(id, new Slug(slug), new OrganizationName(slug),
            new AuthenticationRequirement(required, false), 1, NOON, 0),
        new Membership(new MembershipId("01ARZ3NDEKTSV4RRFFQ69G5FAC"), id, ADA, Role.OWNER, status,
            source, breakGlass, NOON, 0),
        entered);
  }
}
