package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.member.Members;
import dev.latchkey.application.member.Removals;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MemberProfile;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SeenThrough;
import dev.latchkey.domain.sso.SsoConnection;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of {@link Members} and of {@link Removals}. */
public abstract class MembersContract extends PortContract {
  private final Members members = ports.members();
  private OrganizationId acme;
  private Organization other;

  protected MembersContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    acme = storedOrganization("Acme").id();
    other = storedOrganization("Other");
  }

  @Test
  void gives_back_everything_that_is_known_of_a_member() {
    User user = storedUser();
    Membership membership = stored(user, Role.ADMIN, MembershipSource.MANUAL);
    assertThat(members.find(acme, membership.id())).contains(new Member(membership, user.email(), user.name(),
        MemberProfile.EMPTY, false, true, false, Optional.empty()));
    MemberProfile profile = new MemberProfile(Optional.of(new PersonName("Zoë of Sales")),
        Optional.of(new EmailAddress("zoe@acme.example")));
    members.describe(acme, membership.id(), profile);
    ports.lastSignIns().note(user.id(), noon);
    assertThat(members.find(acme, membership.id())).contains(new Member(membership, user.email(), user.name(), profile,
        false, true, false, Optional.of(noon.truncatedTo(ChronoUnit.MICROS))));
  }

  @Test
  void knows_whether_the_account_has_anything_to_prove_itself_with() {
    User bare = Examples.user(noon);
    ports.users().add(new User(bare.id(), bare.email(), bare.name(), bare.locale(), Optional.empty(), false, noon, 0));
    assertThat(members.find(acme, stored(bare, Role.AGENT, MembershipSource.MANUAL).id()))
        .hasValueSatisfying(member -> assertThat(member.hasCredential()).isFalse());
    ports.socialIdentities().add(new SocialIdentity(new IdentityId(Examples.id()), SocialProvider.GOOGLE,
        new FederatedSubject("https://accounts.google.com", Examples.id()), bare.id(), Optional.empty(), noon,
        Optional.empty()));
    assertThat(members.list(acme, MemberFilter.ALL, Optional.empty(), 10)).singleElement()
        .satisfies(member -> assertThat(member.hasCredential()).isTrue())
        .satisfies(member -> assertThat(member.linked()).isFalse());
  }

  @Test
  void counts_an_identity_at_any_organizations_provider_as_something_to_sign_in_with() {
    User bare = Examples.user(noon);
    ports.users().add(new User(bare.id(), bare.email(), bare.name(), bare.locale(), Optional.empty(), false, noon, 0));
    Membership membership = stored(bare, Role.AGENT, MembershipSource.MANUAL);
    ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("latchkey"), other.id(), 1, noon));
    ports.federatedIdentities().add(SsoExamples.identity(other.id(), bare.id(), "bare", noon));
    assertThat(members.find(acme, membership.id())).hasValueSatisfying(member -> {
      assertThat(member.hasCredential()).isTrue();
      assertThat(member.linked()).isFalse();
    });
  }

  @Test
  void hides_members_from_every_other_tenant() {
    Membership membership = stored(storedUser(), Role.AGENT, MembershipSource.MANUAL);
    assertThat(members.find(other.id(), membership.id())).isEmpty();
    assertThat(members.list(other.id(), MemberFilter.ALL, Optional.empty(), 10)).isEmpty();
    members.describe(other.id(), membership.id(), new MemberProfile(Optional.of(new PersonName("Taken")),
        Optional.empty()));
    assertThat(members.remove(other.id(), membership.id())).isFalse();
    assertThat(members.find(acme, membership.id())).map(Member::profile).contains(MemberProfile.EMPTY);
  }

  @Test
  void lists_by_name_in_parts() {
    Member cleo = named("cleo");
    Member ada = named("Ada");
    Member second = named("bob");
    Member first = named("Bob");
    List<Member> all = members.list(acme, MemberFilter.ALL, Optional.empty(), 10);
    assertThat(all.getFirst()).isEqualTo(ada);
    assertThat(all.subList(1, 3)).containsExactlyInAnyOrder(first, second);
    assertThat(all.getLast()).isEqualTo(cleo);
    assertThat(members.list(acme, MemberFilter.ALL, Optional.empty(), 2)).isEqualTo(all.subList(0, 2));
    assertThat(members.list(acme, MemberFilter.ALL, Optional.of(all.get(1).position()), 10))
        .isEqualTo(all.subList(2, 4));
  }

  @Test
  void narrows_the_list_by_what_is_asked_for() {
    Membership admin = stored(storedUser(), Role.ADMIN, MembershipSource.MANUAL);
    Membership gone = stored(storedUser(), Role.AGENT, MembershipSource.INVITATION);
    ports.memberships().save(gone.deactivated());
    assertThat(found(filter(Optional.of(MembershipStatus.DEACTIVATED), Optional.empty(), Optional.empty())))
        .containsExactly(gone.id());
    assertThat(found(filter(Optional.empty(), Optional.of(Role.ADMIN), Optional.empty()))).containsExactly(admin.id());
    assertThat(found(filter(Optional.empty(), Optional.empty(), Optional.of(MembershipSource.INVITATION))))
        .containsExactly(gone.id());
    assertThat(found(MemberFilter.ALL)).containsExactlyInAnyOrder(admin.id(), gone.id());
  }

  @Test
  void searches_names_and_addresses_whatever_their_case() {
    Member ada = named("Ada of 100%");
    assertThat(found(text("ADA OF 100%", false))).containsExactly(ada.id());
    assertThat(found(text("100_", false))).isEmpty();
    assertThat(found(text(ada.signInEmail().value().toUpperCase(Locale.ROOT), false)))
        .containsExactly(ada.id());
    assertThat(found(text("@example", true))).isEmpty();
    assertThat(found(text("da of", true))).containsExactly(ada.id());
  }

  @Test
  void removes_a_member_once() {
    Membership membership = stored(storedUser(), Role.AGENT, MembershipSource.MANUAL);
    assertThat(Together.run(8, () -> members.remove(acme, membership.id()))).containsOnlyOnce(true);
    assertThat(ports.memberships().find(acme, membership.userId())).isEmpty();
  }

  @Test
  void remembers_a_removal_for_its_own_tenant_until_it_is_forgotten() {
    Removals removals = ports.removals();
    User user = storedUser();
    removals.remember(acme, user.id(), noon);
    removals.remember(acme, user.id(), noon.plusSeconds(1));
    assertThat(removals.isRemembered(acme, user.id())).isTrue();
    assertThat(removals.isRemembered(other.id(), user.id())).isFalse();
    removals.forget(other.id(), user.id());
    assertThat(removals.isRemembered(acme, user.id())).isTrue();
    removals.forget(acme, user.id());
    assertThat(removals.isRemembered(acme, user.id())).isFalse();
  }

  @Test
  void knows_the_newest_setup_link_of_each_member_until_they_are_removed() {
    Membership membership = stored(storedUser(), Role.AGENT, MembershipSource.MANUAL);
    SecretId newest = new SecretId(Examples.id());
    assertThat(ports.setupLinks().newest(acme, membership.id())).isEmpty();
    ports.setupLinks().remember(acme, membership.id(), new SecretId(Examples.id()));
    ports.setupLinks().remember(acme, membership.id(), newest);
    assertThat(ports.setupLinks().newest(acme, membership.id())).contains(newest);
    assertThat(ports.setupLinks().newest(other.id(), membership.id())).isEmpty();
    assertThat(members.remove(acme, membership.id())).isTrue();
  }

  @Test
  void knows_who_is_linked_at_the_present_identity_provider() {
    Membership membership = storedFounder(storedOrganization("Linked"), storedUser());
    OrganizationId linked = membership.organizationId();
    SsoConnection connection = SsoConnection.to(SsoExamples.client("latchkey"), linked, 1, noon);
    ports.ssoConnections().add(connection);
    assertThat(members.find(linked, membership.id()).orElseThrow().linked()).isFalse();
    ports.federatedIdentities().add(SsoExamples.identity(linked, membership.userId(), "ada", noon));
    assertThat(members.find(linked, membership.id()).orElseThrow().linked()).isTrue();
    OidcClient other = new OidcClient(Provider.OIDC, new IssuerUrl("https://other.example"), new ClientId("x"),
        new ClientSecret("y"));
    ports.ssoConnections().save(ports.ssoConnections().find(linked).orElseThrow().replacedBy(other, 2, noon));
    assertThat(members.find(linked, membership.id()).orElseThrow().linked()).isFalse();
  }

  /** So that nobody's password is taken whom the provider, as it is now, would not let in. */
  @ParameterizedTest
  @CsvSource({
    "OIDC, https://login.acme.example, https://login.acme.example, OKTA, https://login.acme.example, true",
    "AZURE, https://login.ms.example/A/v2.0, https://login.ms.example/A/v2.0, AZURE, https://login.ms.example/A/v2.0, true",
    "AZURE, https://login.ms.example/A/v2.0, https://login.ms.example/A/v2.0, AZURE, https://login.ms.example/B/v2.0, false",
    "AZURE, https://login.ms.example/A/v2.0, https://login.ms.example/A/v2.0, OIDC, https://login.ms.example/A/v2.0, false",
    "OIDC, https://login.ms.example/A/v2.0, https://login.ms.example/A/v2.0, AZURE, https://login.ms.example/A/v2.0, false",
    "AZURE, https://login.ms.example/A/v2.0, https://login.ms.example/acme/v2.0, AZURE, https://login.ms.example/acme/v2.0, true",
    "AZURE, https://login.ms.example/A/v2.0, https://login.ms.example/acme/v2.0, AZURE, https://login.ms.example/A/v2.0, true",
    "AZURE, https://login.ms.example/A/v2.0, https://login.ms.example/acme/v2.0, AZURE, https://login.ms.example/evil/v2.0, false"})
  void calls_those_linked_whom_the_present_provider_can_name(Provider provider, String issuer, String configured,
      Provider presentProvider, String presentIssuer, boolean linked) {
    Membership membership = storedFounder(storedOrganization("Linked"), storedUser());
    OrganizationId there = membership.organizationId();
    ports.ssoConnections().add(SsoConnection.to(client(presentProvider, presentIssuer), there, 1, noon));
    FederatedIdentity identity = new FederatedIdentity(new IdentityId(Examples.id()), there,
        new FederatedSubject(issuer, "ada"), SeenThrough.of(client(provider, configured)), membership.userId(),
        Optional.empty(), noon, Optional.empty());
    ports.federatedIdentities().add(identity);
    assertThat(members.find(there, membership.id()).orElseThrow().linked()).isEqualTo(linked);
    assertThat(ports.ssoConnections().find(there).orElseThrow().canName(identity)).isEqualTo(linked);
  }

  private static OidcClient client(Provider provider, String issuer) {
    return new OidcClient(provider, new IssuerUrl(issuer), new ClientId("x"), new ClientSecret("y"));
  }

  @Test
  void counts_an_app_and_a_passkey_that_verifies_its_owner_as_a_second_factor() {
    User user = storedUser();
    Membership membership = stored(user, Role.AGENT, MembershipSource.MANUAL);
    ports.passkeys().add(passkey(user, false));
    assertThat(members.find(acme, membership.id())).map(Member::mfaEnrolled).contains(false);
    ports.passkeys().add(passkey(user, true));
    assertThat(members.find(acme, membership.id())).map(Member::mfaEnrolled).contains(true);
  }

  private Passkey passkey(User user, boolean userVerified) {
    return new Passkey(new PasskeyId(Examples.id()), user.id(),
        new CredentialId(Octets.of(Examples.id().getBytes(StandardCharsets.US_ASCII))), Octets.of(new byte[]{1}),
        userVerified, 0, new PasskeyName("Laptop"), noon, Optional.empty());
  }

  private Member named(String name) {
    Membership membership = stored(storedUser(), Role.AGENT, MembershipSource.MANUAL);
    members.describe(acme, membership.id(), MemberProfile.EMPTY.calling(Optional.of(new PersonName(name))));
    return members.find(acme, membership.id()).orElseThrow();
  }

  private Membership stored(User user, Role role, MembershipSource source) {
    Membership membership = Membership.joined(new MembershipId(Examples.id()), acme, user.id(), role, source, noon);
    ports.memberships().add(membership);
    return membership;
  }

  private List<MembershipId> found(MemberFilter filter) {
    return members.list(acme, filter, Optional.empty(), 10).stream().map(Member::id).toList();
  }

  private static MemberFilter filter(Optional<MembershipStatus> status, Optional<Role> role,
      Optional<MembershipSource> source) {
    return new MemberFilter(status, role, source, "", false);
  }

  private static MemberFilter text(String text, boolean namesOnly) {
    return new MemberFilter(Optional.empty(), Optional.empty(), Optional.empty(), text, namesOnly);
  }
}
