package dev.latchkey.domain.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of who comes in through an identity provider. */
class SsoPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrganizationId ACME = new OrganizationId("01KA2P7X9QJ4T8V0M6ZC3E5R1A");
  private static final OrganizationId OTHER = new OrganizationId("01KA2P7X9QJ4T8V0M6ZC3E5R1B");
  private static final EmailAddress BOB = new EmailAddress("bob@acme.example");
  private static final User USER = User.withPassword(new UserId("01KA2P7X9QJ4T8V0M6ZC3E5R1C"), BOB,
      new PersonName("Bob"), Locale.ENGLISH, new PasswordHash("$fake$1$x"), NOW);

  private Provider provider = Provider.OIDC;
  private OidcIdentity identity = identity(Optional.of(BOB), true);
  private Optional<User> linked = Optional.empty();
  private Optional<User> account = Optional.empty();
  private boolean unused;
  private Optional<Membership> membership = Optional.empty();
  private boolean removed;
  private Optional<VerifiedDomain> domain = Optional.empty();
  private Optional<Invitation> invitation = Optional.empty();
  private boolean mailed;
  private JitSettings jit = JitSettings.INITIAL;

  @Test
  void lets_a_linked_member_in_whatever_the_provider_says_about_the_address() {
    linked = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    identity = identity(Optional.empty(), false);
    assertThat(verdict()).isEqualTo(new Verdict.Enter(USER));
    domain = Optional.of(verified(OTHER, AutoJoin.OFF));
    identity = identity(Optional.of(BOB), true);
    assertThat(verdict()).isEqualTo(new Verdict.Enter(USER));
  }

  @ParameterizedTest
  @CsvSource({"DEACTIVATED, MEMBER_DEACTIVATED", "PENDING, MEMBER_PENDING"})
  void keeps_members_out_who_are_not_active_linked_or_not(MembershipStatus status, SsoFault fault) {
    jit = on();
    membership = Optional.of(member(status));
    domain = Optional.of(verified(ACME, AutoJoin.AUTOMATIC));
    linked = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Refuse(fault, Optional.of(USER.id())));
    linked = Optional.empty();
    account = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Refuse(fault, Optional.of(USER.id())));
  }

  @Test
  void does_not_bring_removed_members_back_unless_they_are_invited_anew() {
    jit = on();
    removed = true;
    linked = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Refuse(SsoFault.MEMBER_REMOVED, Optional.of(USER.id())));
    invitation = Optional.of(invited());
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, false, Optional.of(byInvitation())));
    linked = Optional.empty();
    account = Optional.of(USER);
    invitation = Optional.empty();
    domain = Optional.of(verified(ACME, AutoJoin.AUTOMATIC));
    assertThat(fault()).isEqualTo(SsoFault.MEMBER_REMOVED);
  }

  @Test
  void links_an_account_by_its_address_if_the_organization_has_verified_the_domain() {
    account = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    domain = Optional.of(verified(ACME, AutoJoin.OFF));
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, true, Optional.empty()));
  }

  @Test
  void links_no_account_by_its_address_otherwise() {
    account = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    jit = on();
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    domain = Optional.of(lapsed(ACME));
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    assertThat(decide().chain().getLast()).isEqualTo(Reason.failed("domain-verified-here",
        "An account with this address is linked by itself only if the organization has verified the domain."));
  }

  @Test
  void links_an_account_that_the_organization_entered_and_nobody_has_used() {
    account = Optional.of(USER);
    unused = true;
    jit = on();
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, true, Optional.empty()));
    identity = identity(Optional.of(BOB), false);
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
  }

  @Test
  void does_not_tell_an_organization_whom_else_we_know() {
    SsoAdmission stranger = decide();
    account = Optional.of(USER);
    assertThat(decide()).isEqualTo(stranger);
  }

  @Test
  void refuses_addresses_of_a_domain_that_another_organization_has_verified() {
    jit = on();
    invitation = Optional.of(invited());
    domain = Optional.of(verified(OTHER, AutoJoin.OFF));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    account = Optional.of(USER);
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    domain = Optional.of(lapsed(OTHER));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
  }

  @Test
  void needs_an_address_for_whoever_is_not_linked() {
    jit = on();
    identity = identity(Optional.empty(), true);
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_MISSING);
  }

  @ParameterizedTest
  @CsvSource({"OIDC, false, false", "OIDC, true, false", "OKTA, true, false", "GOOGLE, true, false",
    "AZURE, false, false", "AZURE, true, true"})
  void believes_an_unconfirmed_address_of_entra_only_and_only_of_the_organizations_own_domain(Provider from,
      boolean own, boolean believed) {
    jit = on();
    provider = from;
    identity = identity(Optional.of(BOB), false);
    domain = own ? Optional.of(verified(ACME, AutoJoin.OFF)) : Optional.empty();
    if (believed) {
      assertThat(verdict()).isInstanceOf(Verdict.Create.class);
    } else {
      assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
    }
  }

  @Test
  void creates_nobody_unless_something_says_so() {
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    domain = Optional.of(verified(ACME, AutoJoin.OFF));
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }

  @Test
  void creates_just_in_time_with_the_default_role() {
    jit = new JitSettings(true, Role.ADMIN, List.of());
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.ADMIN, MembershipStatus.ACTIVE, MembershipSource.JIT, Optional.empty())));
  }

  @Test
  void creates_just_in_time_only_for_the_domains_that_are_allowed() {
    jit = new JitSettings(true, Role.AGENT, List.of(new DomainName("elsewhere.example")));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    jit = new JitSettings(true, Role.AGENT, List.of(new DomainName("acme.example")));
    assertThat(verdict()).isInstanceOf(Verdict.Create.class);
  }

  @Test
  void creates_nobody_just_in_time_while_the_proof_of_the_domain_is_gone() {
    jit = on();
    domain = Optional.of(lapsed(ACME));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
  }

  @Test
  void has_people_wait_where_admins_want_to_approve_them_just_in_time_or_not() {
    domain = Optional.of(verified(ACME, AutoJoin.APPROVAL));
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.AGENT, MembershipStatus.PENDING, MembershipSource.AUTOJOIN, Optional.empty())));
    jit = new JitSettings(true, Role.ADMIN, List.of());
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.ADMIN, MembershipStatus.PENDING, MembershipSource.JIT, Optional.empty())));
    linked = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, false, Optional.of(
        new Joining(Role.ADMIN, MembershipStatus.PENDING, MembershipSource.JIT, Optional.empty()))));
  }

  @Test
  void welcomes_people_of_a_domain_that_lets_all_of_them_in() {
    domain = Optional.of(verified(ACME, AutoJoin.AUTOMATIC));
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.AGENT, MembershipStatus.ACTIVE, MembershipSource.AUTOJOIN, Optional.empty())));
    domain = Optional.of(lapsed(ACME));
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }

  @Test
  void honours_an_invitation_before_anything_else() {
    invitation = Optional.of(invited());
    domain = Optional.of(verified(ACME, AutoJoin.APPROVAL));
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB, byInvitation()));
    identity = identity(Optional.of(BOB), false);
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
  }

  @Test
  void believes_the_address_of_whoever_comes_by_the_link_that_was_mailed_there() {
    invitation = Optional.of(invited());
    mailed = true;
    identity = identity(Optional.of(BOB), false);
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB, byInvitation()));
    identity = identity(Optional.empty(), false);
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB, byInvitation()));
    account = Optional.of(USER);
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }

  private SsoAdmission decide() {
    return SsoPolicy.decide(new Arrival(ACME, provider, identity, linked, account, unused, membership, removed, domain,
        invitation, mailed, jit, NOW));
  }

  private Verdict verdict() {
    return decide().verdict();
  }

  /** Why it was refused; the last rule of the chain has to be the one that failed. */
  private SsoFault fault() {
    SsoAdmission admission = decide();
    assertThat(admission.chain().getLast().result()).isEqualTo(Reason.Result.FAILED);
    return ((Verdict.Refuse) admission.verdict()).fault();
  }

  private static OidcIdentity identity(Optional<EmailAddress> email, boolean verified) {
    return new OidcIdentity(new FederatedSubject("https://login.acme.example", "1"), email, verified,
        Optional.empty(), Optional.empty());
  }

  private static JitSettings on() {
    return new JitSettings(true, Role.AGENT, List.of());
  }

  private static Joining byInvitation() {
    return new Joining(Role.ADMIN, MembershipStatus.ACTIVE, MembershipSource.INVITATION, Optional.of(invited()));
  }

  private static Membership member(MembershipStatus status) {
    return new Membership(new MembershipId("01KA2P7X9QJ4T8V0M6ZC3E5R1D"), ACME, USER.id(), Role.AGENT, status,
        MembershipSource.MANUAL, false, NOW, 0);
  }

  private static Invitation invited() {
    return Invitation.sent(new InvitationId("01KA2P7X9QJ4T8V0M6ZC3E5R1E"), ACME, BOB, Role.ADMIN,
        new UserId("01KA2P7X9QJ4T8V0M6ZC3E5R1F"), OneTimeSecret.issued(new SecretId("01KA2P7X9QJ4T8V0M6ZC3E5R1G"),
            Purpose.INVITATION, "secret", Map.of(), NOW));
  }

  private static VerifiedDomain verified(OrganizationId holder, AutoJoin autoJoin) {
    return PendingDomain.claimed(new DomainClaimId("01KA2P7X9QJ4T8V0M6ZC3E5R1H"), holder, DomainName.of(BOB),
        new VerificationToken("0123456789abcdef0123456789abcdef01234567"), NOW).verified(NOW)
        .with(new DomainSettings(autoJoin, true));
  }

  private static VerifiedDomain lapsed(OrganizationId holder) {
    return verified(holder, AutoJoin.AUTOMATIC).missed(NOW.minus(VerifiedDomain.GRACE).minus(Duration.ofDays(1)));
  }
}
