package dev.latchkey.domain.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialAdmission.Verdict;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocialPolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final EmailAddress ADDRESS = new EmailAddress("ada@example.com");
  private static final OidcIdentity VOUCHED = identity(Optional.of(ADDRESS), true);
  private static final User ADA = User.withoutCredential(new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAD"), ADDRESS,
      new PersonName("Ada"), Locale.ENGLISH, NOON);
  private static final Optional<User> NOBODY = Optional.empty();

  @Test
  void knows_who_is_linked_without_looking_at_the_address() {
    for (OidcIdentity identity : List.of(VOUCHED, identity(Optional.of(ADDRESS), false),
        identity(Optional.empty(), false))) {
      SocialAdmission admission = decide(identity, Optional.of(ADA), NOBODY, false, true, List.of());
      assertThat(admission.verdict()).isEqualTo(new Verdict.Enter(ADA));
      assertThat(admission.chain()).extracting(Reason::rule).doesNotContain("address-believed");
    }
  }

  @Test
  void believes_only_what_the_provider_vouches_for() {
    assertThat(decide(identity(Optional.of(ADDRESS), false), NOBODY, NOBODY, false, true, List.of()).verdict())
        .isEqualTo(new Verdict.Refuse(SsoFault.EMAIL_NOT_VERIFIED, Optional.empty()));
    assertThat(decide(identity(Optional.empty(), false), NOBODY, NOBODY, false, true, List.of()).verdict())
        .isEqualTo(new Verdict.Refuse(SsoFault.EMAIL_MISSING, Optional.empty()));
    assertThat(decide(identity(Optional.of(ADDRESS), false), NOBODY, Optional.of(ADA), true, true, List.of()).verdict())
        .isEqualTo(new Verdict.Refuse(SsoFault.EMAIL_NOT_VERIFIED, Optional.empty()));
  }

  @Test
  void gives_an_account_to_the_owner_of_its_address_only_if_nobody_uses_it() {
    assertThat(decide(VOUCHED, NOBODY, Optional.of(ADA), true, false, List.of()).verdict())
        .isEqualTo(new Verdict.Claim(ADA));
    SocialAdmission refused = decide(VOUCHED, NOBODY, Optional.of(ADA), false, true, List.of());
    assertThat(refused.verdict()).isEqualTo(new Verdict.Refuse(SsoFault.ACCOUNT_EXISTS, Optional.of(ADA.id())));
    assertThat(refused.chain()).last().extracting(Reason::result).isEqualTo(Reason.Result.FAILED);
  }

  @Test
  void makes_an_account_only_where_strangers_may_sign_up() {
    assertThat(decide(VOUCHED, NOBODY, NOBODY, false, true, List.of()).verdict())
        .isEqualTo(new Verdict.Create(ADDRESS));
    assertThat(decide(VOUCHED, NOBODY, NOBODY, false, false, List.of()).verdict())
        .isEqualTo(new Verdict.Refuse(SsoFault.SIGN_UP_CLOSED, Optional.empty()));
  }

  @Test
  void holds_everybody_to_what_their_organizations_demand() {
    SignedIn.Place sso = place("corp", AuthRequired.SSO);
    SignedIn.Place open = place("open", AuthRequired.ANY);
    Verdict demanded = new Verdict.DemandSso(new Slug("corp"), ADA.id());
    assertThat(decide(VOUCHED, Optional.of(ADA), NOBODY, false, true, List.of(sso)).verdict()).isEqualTo(demanded);
    assertThat(decide(VOUCHED, NOBODY, Optional.of(ADA), true, true, List.of(sso)).verdict()).isEqualTo(demanded);
    assertThat(decide(VOUCHED, Optional.of(ADA), NOBODY, false, true, List.of(sso, open)).verdict())
        .isEqualTo(new Verdict.Enter(ADA));
    SignedIn.Place gone = new SignedIn.Place(open.organization(), open.membership().deactivated(), true);
    assertThat(decide(VOUCHED, Optional.of(ADA), NOBODY, false, true, List.of(gone)).verdict())
        .isEqualTo(new Verdict.Refuse(SsoFault.MEMBER_DEACTIVATED, Optional.of(ADA.id())));
  }

  private static SocialAdmission decide(OidcIdentity identity, Optional<User> linked, Optional<User> account,
      boolean unused, boolean signUpOpen, List<SignedIn.Place> places) {
    return SocialPolicy.decide(new SocialArrival(identity, linked, account, unused, places, signUpOpen));
  }

  private static OidcIdentity identity(Optional<EmailAddress> email, boolean verified) {
    return new OidcIdentity(new FederatedSubject("https://accounts.google.com", "1"), email, verified,
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Where Ada may break the glass, which helps her nothing here. */
  private static SignedIn.Place place(String slug, AuthRequired required) {
    OrganizationId id = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAV");
    Organization organization = Organization.founded(id, new Slug(slug), new OrganizationName(slug), NOON)
        .demanding(new AuthenticationRequirement(required, false));
    Membership joined = Membership.joined(new MembershipId("01ARZ3NDEKTSV4RRFFQ69G5FAW"), id, ADA.id(), Role.OWNER,
        MembershipSource.SIGNUP, NOON);
    return new SignedIn.Place(organization, joined, true);
  }
}
