package dev.latchkey.server.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.latchkey.adapter.idp.sso.OidcRelyingParty;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.RelyingParty.AuthorizationWish;
import dev.latchkey.application.sso.RelyingParty.Redemption;
import dev.latchkey.application.sso.RelyingParty.Renewal;
import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.ProviderSignIn;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.server.e2e.Await;
import dev.latchkey.server.outbound.GuardedHttp;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The relying party, held against a real provider: what the provider's admin does is seen, and told apart. */
@ExtendWith(KeycloakExtension.class)
class RelyingPartyIT {
  private static final URI LATCHKEY = URI.create("http://localhost:9");
  private static final URI CALLBACK = LATCHKEY.resolve("/api/auth/sso/callback");
  private static final AtomicInteger REALMS = new AtomicInteger();

  private final GuardedHttp http = new GuardedHttp(new AddressPolicy(List.of()).withLoopback());
  private final RelyingParty relyingParty = new OidcRelyingParty(http, InstantSource.system());
  private final KeycloakVisitor visitor = new KeycloakVisitor();
  private final Employee amara = Employee.of("Amara", "Okafor", "acme.example");
  private final CompanyRealm realm;
  private OidcClient client;

  RelyingPartyIT(Keycloak keycloak) {
    realm = CompanyRealm.create(keycloak, "party-" + REALMS.incrementAndGet(), "Acme", LATCHKEY, "acme");
    realm.hire(amara);
    client = client(realm.clientSecret());
  }

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void finds_nothing_to_complain_about() {
    RelyingParty.Examination examination = relyingParty.examine(client);
    assertThat(examination.problems()).isEmpty();
    assertThat(examination.namesItselfInAnswers()).isTrue();
    assertThat(examination.advertisesPkce()).isTrue();
    assertThat(examination.offersSignOut()).isTrue();
  }

  @Test
  void learns_who_signed_in() {
    Redemption.Identified identified = signIn();
    assertThat(identified.identity().subject().issuer()).isEqualTo(realm.issuer());
    assertThat(identified.identity().email()).hasValueSatisfying(
        email -> assertThat(email.value()).isEqualTo(amara.email()));
    assertThat(identified.identity().emailVerified()).isTrue();
    assertThat(identified.identity().name()).hasValueSatisfying(
        name -> assertThat(name.value()).isEqualTo(amara.name()));
  }

  @Test
  void a_login_that_was_asked_for_takes_place_and_is_dated() {
    Instant first = signIn().signedInAt().orElseThrow();
    Await.until("the next second", Duration.ofSeconds(5), () -> Instant.now().isAfter(first.plusSeconds(1)));
    Handshake silent = Handshake.random(CALLBACK, new SecureRandom());
    assertThat(redeemed(silent, letPass(silent)).signedInAt()).as("let pass").hasValue(first);
    Instant begun = Instant.now();
    ProviderSignIn anew = new ProviderSignIn(signIn().signedInAt(), Instant.now());
    assertThat(anew.stated()).hasValueSatisfying(at -> assertThat(at).isAfter(first));
    assertThat(anew.notAnewSince(begun)).isEmpty();
  }

  @Test
  void a_code_is_worth_nothing_without_its_verifier_and_nothing_twice() {
    Handshake handshake = Handshake.random(CALLBACK, new SecureRandom());
    CallbackAnswer answer = comeBack(handshake);
    Handshake others = new Handshake(handshake.nonce(), Handshake.random(CALLBACK, new SecureRandom()).codeVerifier(),
        CALLBACK);
    assertRefused(relyingParty.redeem(client, others, answer), SsoFault.CODE_REFUSED);
    assertRefused(relyingParty.redeem(client, handshake, answer), SsoFault.CODE_REFUSED);
  }

  @Test
  void a_rotated_key_is_fetched_when_it_is_first_used() {
    signIn();
    realm.rotateKeys();
    signIn();
  }

  @Test
  void who_is_still_there_is_told_from_who_is_gone() {
    String token = signIn().tokens().refreshToken().orElseThrow();
    assertThat(relyingParty.refresh(client, token)).isInstanceOf(Renewal.StillThere.class);
    realm.disable(amara);
    assertThat(relyingParty.refresh(client, token)).isInstanceOf(Renewal.Gone.class);
  }

  @Test
  void trouble_of_the_client_is_not_taken_for_a_person_who_left() {
    String token = signIn().tokens().refreshToken().orElseThrow();
    String secret = realm.changeClientSecret();
    assertThat(relyingParty.refresh(client, token)).asInstanceOf(type(Renewal.Unclear.class))
        .extracting(unclear -> unclear.problem().fault()).isEqualTo(SsoFault.CLIENT_REFUSED);
    assertThat(relyingParty.examine(client).problems()).extracting("fault").containsExactly(SsoFault.CLIENT_REFUSED);
    client = client(secret);
    assertThat(relyingParty.examine(client).problems()).isEmpty();
    assertThat(relyingParty.refresh(client, token)).isInstanceOf(Renewal.StillThere.class);
    realm.deleteClient();
    assertThat(relyingParty.examine(client).problems()).extracting("fault").containsExactly(SsoFault.CLIENT_REFUSED);
  }

  @Test
  void signing_out_ends_the_session_there_and_leads_back() {
    String idToken = signIn().tokens().idToken();
    assertThat(realm.sessionsOf(amara)).isEqualTo(1);
    URI signOut = relyingParty.signOut(client, idToken, LATCHKEY).orElseThrow();
    assertThat(visitor.follow(signOut).headers().firstValue("Location")).hasValue(LATCHKEY.toString());
    assertThat(realm.sessionsOf(amara)).isZero();
  }

  private Redemption.Identified signIn() {
    Handshake handshake = Handshake.random(CALLBACK, new SecureRandom());
    return redeemed(handshake, comeBack(handshake));
  }

  private Redemption.Identified redeemed(Handshake handshake, CallbackAnswer answer) {
    Redemption redemption = relyingParty.redeem(client, handshake, answer);
    assertThat(redemption).isInstanceOf(Redemption.Identified.class);
    return (Redemption.Identified) redemption;
  }

  private CallbackAnswer comeBack(Handshake handshake) {
    Map<String, String> back = visitor.signIn(authorization(handshake, true), amara);
    return answer(back);
  }

  /** Where Keycloak still knows the person, and asks nothing. */
  private CallbackAnswer letPass(Handshake handshake) {
    return answer(visitor.pass(authorization(handshake, false)));
  }

  private URI authorization(Handshake handshake, boolean anew) {
    Authorization authorization = relyingParty.authorize(client, handshake,
        new AuthorizationWish("state-1", Optional.of(amara.email()), anew, true));
    assertThat(authorization).isInstanceOf(Authorization.At.class);
    return ((Authorization.At) authorization).location();
  }

  private static CallbackAnswer answer(Map<String, String> back) {
    assertThat(back).containsEntry("state", "state-1");
    return new CallbackAnswer(Optional.ofNullable(back.get("code")), Optional.ofNullable(back.get("iss")),
        Optional.ofNullable(back.get("error")), Optional.empty());
  }

  private static void assertRefused(Redemption redemption, SsoFault fault) {
    assertThat(redemption).asInstanceOf(type(Redemption.Refused.class))
        .extracting(refused -> refused.problem().fault()).isEqualTo(fault);
  }

  private OidcClient client(String secret) {
    return new OidcClient(Provider.OIDC, new IssuerUrl(realm.issuer()), new ClientId(CompanyRealm.CLIENT_ID),
        new ClientSecret(secret));
  }
}
