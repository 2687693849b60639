package dev.latchkey.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SsoReadinessTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrganizationId ACME = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAA");
  private static final UserId ADA = new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAD");
  private static final UserId BOB = new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAE");
  private static final Organization ORGANIZATION = new Organization(ACME, new Slug("acme"),
      new OrganizationName("Acme"), AuthenticationRequirement.NONE, 2, NOON, 0);

  @Test
  void is_all_there_with_a_domain_a_proven_connection_and_somebody_to_break_the_glass() {
    assertThat(readiness(List.of(domain()), Optional.of(connection(2, NOON)), owner(ADA, true, true)))
        .isEqualTo(new SsoReadiness(true, true, true, true));
    assertThat(readiness(List.of(), Optional.empty())).isEqualTo(new SsoReadiness(false, false, false, false));
  }

  @Test
  void counts_no_domain_whose_proof_is_long_gone() {
    VerifiedDomain lapsed = domain().missed(NOON.minus(VerifiedDomain.GRACE));
    assertThat(readiness(List.of(lapsed), Optional.empty()).domainVerified()).isFalse();
    assertThat(readiness(List.of(domain().missed(NOON)), Optional.empty()).domainVerified()).isTrue();
  }

  @Test
  void counts_an_owners_sign_in_for_a_day_and_through_this_very_connection() {
    assertThat(proven(connection(2, NOON.minus(SsoReadiness.PROVEN_FOR).plusSeconds(1)))).isTrue();
    assertThat(proven(connection(2, NOON.minus(SsoReadiness.PROVEN_FOR)))).isFalse();
    assertThat(proven(connection(1, NOON))).isFalse();
  }

  @Test
  void counts_no_break_glass_owner_who_lacks_anything() {
    assertThat(readiness(List.of(), Optional.empty(), owner(ADA, false, true)).breakGlassReady()).isFalse();
    assertThat(readiness(List.of(), Optional.empty(), owner(ADA, true, false)).breakGlassReady()).isFalse();
    BreakGlassOwner away = new BreakGlassOwner(new MembershipId(ADA.value()), ADA, false, true, true);
    assertThat(readiness(List.of(), Optional.empty(), away).breakGlassReady()).isFalse();
  }

  @Test
  void depends_on_the_only_one_who_is_ready_and_on_nobody_else() {
    List<BreakGlassOwner> one = List.of(owner(ADA, true, true), owner(BOB, true, false));
    assertThat(BreakGlassOwner.dependOn(ADA, one)).isTrue();
    assertThat(BreakGlassOwner.dependOn(BOB, one)).isFalse();
    assertThat(BreakGlassOwner.dependOn(ADA, List.of(owner(ADA, true, true), owner(BOB, true, true)))).isFalse();
    assertThat(BreakGlassOwner.dependOn(ADA, List.of(owner(ADA, true, false)))).isFalse();
  }

  @Test
  void counts_an_owners_sign_in_only_while_an_owner_is_left_who_would_get_in() {
    SsoReadiness proven = readiness(List.of(), Optional.of(connection(2, NOON)));
    OwnerAccess outside = new OwnerAccess(ADA, true, false, Optional.empty(), false);
    OwnerAccess linked = new OwnerAccess(BOB, true, true, Optional.empty(), false);
    assertThat(proven.with(List.of(outside)).ssoProven()).isFalse();
    assertThat(proven.with(List.of(outside, linked))).isEqualTo(proven);
    assertThat(readiness(List.of(), Optional.empty()).with(List.of(linked)).ssoProven()).isFalse();
  }

  private static boolean proven(SsoConnection connection) {
    return readiness(List.of(), Optional.of(connection)).ssoProven();
  }

  @Test
  void a_connection_whose_secret_can_not_be_read_proves_nothing() {
    SsoConnection whole = connection(1, NOON);
    OidcClient secretless = new OidcClient(whole.client().provider(), whole.client().issuer(),
        whole.client().clientId(), Optional.empty());
    SsoConnection broken = new SsoConnection(ACME, 1, secretless, CallbackMode.SHARED, NOON, whole.lastSignInAt(),
        whole.ownerProvenAt(), 0);
    assertThat(readiness(List.of(), Optional.of(broken)).connected()).isTrue();
    assertThat(readiness(List.of(), Optional.of(broken)).ssoProven()).isFalse();
  }

  private static SsoReadiness readiness(List<VerifiedDomain> domains, Optional<SsoConnection> connection,
      BreakGlassOwner... owners) {
    return SsoReadiness.of(ORGANIZATION, domains, connection, List.of(owners), NOON);
  }

  private static BreakGlassOwner owner(UserId user, boolean password, boolean authenticator) {
    return new BreakGlassOwner(new MembershipId(user.value()), user, true, password, authenticator);
  }

  private static SsoConnection connection(int version, Instant proven) {
    OidcClient client = new OidcClient(Provider.OIDC, new IssuerUrl("https://login.acme.example"),
        new ClientId("latchkey"), new ClientSecret("secret"));
    return new SsoConnection(ACME, version, client, CallbackMode.SHARED, NOON, Optional.of(proven),
        Optional.of(proven), 0);
  }

  private static VerifiedDomain domain() {
    return PendingDomain.claimed(new DomainClaimId(ACME.value()), ACME, new DomainName("acme.example"),
        VerificationToken.random(new Random(1)), NOON).verified(NOON);
  }
}
