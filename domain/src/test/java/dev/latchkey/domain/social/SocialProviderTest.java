package dev.latchkey.domain.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenHash;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Providers, as whom we are registered there, and what is remembered of who was sent there. */
class SocialProviderTest {
  private static final String GOOGLE = "https://accounts.google.com";
  private static final String MICROSOFT = "https://login.microsoftonline.com/common/v2.0";
  private static final String TENANT = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";
  private static final SocialCallbacks CALLBACKS = new SocialCallbacks(URI.create("https://sso.example.com"));
  private static final String ULID = "01KA2P7X9QJ4T8V0M6ZC3E5R1D";

  @Test
  void is_named_in_addresses_by_one_word_exactly() {
    assertThat(SocialProvider.of("google")).contains(SocialProvider.GOOGLE);
    assertThat(SocialProvider.of("microsoft")).contains(SocialProvider.MICROSOFT);
    assertThat(SocialProvider.of("Google")).isEmpty();
    assertThat(CALLBACKS.of(SocialProvider.MICROSOFT))
        .hasToString("https://sso.example.com/api/auth/social/microsoft/callback");
  }

  @Test
  void is_offered_once_it_is_set_up_and_always_in_the_same_order() {
    SocialClients both = SocialClients.NONE.with(SocialProvider.MICROSOFT, client(SocialProvider.MICROSOFT, MICROSOFT))
        .with(SocialProvider.GOOGLE, client(SocialProvider.GOOGLE, GOOGLE));
    assertThat(both.offered()).containsExactly(SocialProvider.GOOGLE, SocialProvider.MICROSOFT);
    assertThat(SocialClients.NONE.offered()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new SocialClients(
        Map.of(SocialProvider.GOOGLE, client(SocialProvider.MICROSOFT, MICROSOFT))));
  }

  @Test
  void leads_in_only_whom_it_can_still_name() {
    SocialClients both = SocialClients.NONE.with(SocialProvider.MICROSOFT, client(SocialProvider.MICROSOFT, MICROSOFT))
        .with(SocialProvider.GOOGLE, client(SocialProvider.GOOGLE, GOOGLE));
    assertThat(both.leadsIn(identity(SocialProvider.GOOGLE, GOOGLE))).isTrue();
    assertThat(both.leadsIn(identity(SocialProvider.GOOGLE, "https://accounts.other.example"))).isFalse();
    assertThat(both.leadsIn(identity(SocialProvider.MICROSOFT, TENANT))).isTrue();
    assertThat(SocialClients.NONE.leadsIn(identity(SocialProvider.GOOGLE, GOOGLE))).isFalse();
  }

  @Test
  void remembers_all_of_a_round_trip() {
    SocialRoundTrip trip = SocialRoundTrip.to(SocialProvider.GOOGLE, client(SocialProvider.GOOGLE, GOOGLE),
        way(Optional.of(new SessionId(ULID)), Optional.of("/account/identities")));
    assertThat(SocialRoundTrip.fromFacts(trip.toFacts())).isEqualTo(trip);
    SocialRoundTrip plain = SocialRoundTrip.to(SocialProvider.MICROSOFT, client(SocialProvider.MICROSOFT, MICROSOFT),
        way(Optional.empty(), Optional.empty()));
    assertThat(SocialRoundTrip.fromFacts(plain.toFacts())).isEqualTo(plain);
    assertThatIllegalArgumentException().isThrownBy(() -> SocialRoundTrip.fromFacts(Map.of("provider", "GOOGLE")));
  }

  @Test
  void was_begun_as_one_client_and_no_other() {
    OidcClient client = client(SocialProvider.GOOGLE, GOOGLE);
    SocialRoundTrip trip = SocialRoundTrip.to(SocialProvider.GOOGLE, client, way(Optional.empty(), Optional.empty()));
    assertThat(trip.wasBegunAs(client)).isTrue();
    assertThat(trip.wasBegunAs(client(SocialProvider.GOOGLE, GOOGLE + "/other"))).isFalse();
    assertThat(trip.wasBegunAs(new OidcClient(client.provider(), client.issuer(), new ClientId("other"),
        client.secret()))).isFalse();
    assertThat(trip.wasBegunAs(new OidcClient(client.provider(), client.issuer(), client.clientId(),
        new ClientSecret("rotated")))).isTrue();
  }

  @Test
  void fits_one_browser_and_one_way_back() {
    RoundTrip way = way(Optional.empty(), Optional.empty());
    URI here = CALLBACKS.of(SocialProvider.GOOGLE);
    assertThat(way.problemOf(way.browser().cookie(), here)).isEmpty();
    assertThat(way.problemOf(TokenHash.of("another"), here)).map(SsoProblem::fault)
        .contains(SsoFault.BROWSER_DIFFERS);
    assertThat(way.problemOf(way.browser().cookie(), CALLBACKS.of(SocialProvider.MICROSOFT))).map(SsoProblem::fault)
        .contains(SsoFault.CALLBACK_DIFFERS);
  }

  private static RoundTrip way(Optional<SessionId> linking, Optional<String> returnTo) {
    return new RoundTrip(Handshake.random(CALLBACKS.of(SocialProvider.GOOGLE), new Random(7)),
        SentBrowser.ofOwnAccord(TokenHash.of("browser")),
        linking, returnTo);
  }

  private static SocialIdentity identity(SocialProvider provider, String issuer) {
    return new SocialIdentity(new IdentityId(ULID), provider, new FederatedSubject(issuer, "1"), new UserId(ULID),
        Optional.empty(), Instant.EPOCH, Optional.empty());
  }

  private static OidcClient client(SocialProvider provider, String issuer) {
    return new OidcClient(provider.kind(), new IssuerUrl(issuer), new ClientId("latchkey"), new ClientSecret("secret"));
  }
}
