package dev.latchkey.adapter.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BySso;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A domain that leads to an identity provider, as programs and as people see it. */
class DiscoveryTest {
  private static final String ENTRY = "/api/auth/sso/acme/login";

  private final World world = new World();

  @BeforeEach
  void verifyAndConnect() {
    world.signedUp("ada@example.com");
    BySso.verified(world, "acme.example");
    world.ports.ssoConnections().add(SsoConnection.to(new OidcClient(Provider.OIDC,
        new IssuerUrl("https://idp.acme.example"), new ClientId("latchkey"), new ClientSecret("secret")),
        world.acme().id(), 1, world.clock.instant()));
  }

  @Test
  void programs_are_told_where_to_go_and_nothing_of_the_account() {
    world.register("bob@acme.example", "Bobs");
    for (String address : new String[]{"bob@acme.example", "nobody@acme.example"}) {
      assertThat(discover(address)).contains("\"method\":\"sso\"", "\"redirect\":\"" + ENTRY + "\"");
    }
    assertThat(discover("ada@example.com")).contains("\"method\":\"password\"", "\"redirect\":null");
  }

  @Test
  void people_are_led_on_by_a_page_since_browsers_hold_forms_to_our_own_site() {
    FakeResponse departure = enter("email=nobody%2Bx%40acme.example&step=address&returnTo=%2Faccount");
    assertThat(departure.status()).isEqualTo(200);
    String entry = ENTRY + "?login_hint=nobody%2Bx%40acme.example&returnTo=%2Faccount";
    assertThat(departure.header("Refresh")).isEqualTo("0; url=" + entry);
    Document page = Jsoup.parse(departure.body());
    assertThat(page.select("main a.button, a.button").attr("href")).isEqualTo(entry);
    assertThat(page.select("input[type=password]")).isEmpty();
  }

  @Test
  void everybody_can_go_back_to_classic_sign_in_with_what_they_typed() {
    Document departure = Jsoup.parse(enter("email=nobody%40acme.example&step=address").body());
    assertThat(departure.select("form button").text()).isEqualTo("Classic Sign In");
    assertThat(departure.select("form input[name=email]").val()).isEqualTo("nobody@acme.example");
    Document classic = Jsoup.parse(enter("email=nobody%40acme.example&step=address&classic=true").body());
    assertThat(classic.select("input[type=password]")).hasSize(1);
    Document address = Jsoup.parse(world.send(FakeRequest.get("/sign-in?returnTo=%2Faccount")).body());
    assertThat(address.select("a:containsOwn(Classic Sign In)").attr("href"))
        .isEqualTo("/sign-in?classic=true&returnTo=%2Faccount");
    assertThat(Jsoup.parse(world.send(FakeRequest.get("/sign-in?classic=true")).body())
        .select("input[name=classic]").val()).isEqualTo("true");
  }

  @Test
  void other_addresses_are_asked_for_a_password() {
    assertThat(Jsoup.parse(enter("email=ada%40example.com&step=address").body()).select("input[type=password]"))
        .hasSize(1);
  }

  private String discover(String address) {
    return world.post("/api/auth/discover", "{\"email\":\"" + address + "\"}").body();
  }

  private FakeResponse enter(String form) {
    return world.send(FakeRequest.form("/sign-in", form));
  }
}
