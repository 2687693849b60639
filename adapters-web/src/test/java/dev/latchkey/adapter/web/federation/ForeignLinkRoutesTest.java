package dev.latchkey.adapter.web.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.ProviderTrips;
import dev.latchkey.adapter.web.fake.World;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site leads to a provider a browser in which somebody is signed in already. */
class ForeignLinkRoutesTest {
  private static final String LOGIN = "/api/auth/social/google/login";

  private final World world = new World();
  private final ProviderTrips trips = new ProviderTrips(world, LOGIN, "/api/auth/social/google/callback");
  private final String adas = world.signedUp("ada@example.com");

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void asks_who_is_signed_in_whether_to_switch(String site) {
    FakeResponse asked = world.send(back(site));
    assertThat(asked.status()).isEqualTo(400);
    Document page = Jsoup.parse(asked.body());
    assertThat(page.text()).contains("SIGNED_IN_AS_ANOTHER", asked.header("X-Request-Id"));
    assertThat(page.select("main a").eachAttr("href")).containsExactly("/", LOGIN);
    assertThat(email(adas)).contains("ada@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void switches_for_who_followed_a_link_of_ours_or_a_bookmark(String site) {
    FakeResponse in = world.send(back(site));
    assertThat(in.status()).isEqualTo(303);
    assertThat(email(World.cookie(in))).contains("bob@acme.example");
  }

  @Test
  void tells_programs_by_the_envelope() {
    FakeResponse asked = world.send(back("cross-site").header("Accept", "application/json"));
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.body()).contains("\"code\":\"SSO_INTERRUPTED\"", "\"code\":\"SIGNED_IN_AS_ANOTHER\"");
  }

  /** Ada's browser comes back, which a page of this site had led to the provider. */
  private FakeRequest back(String site) {
    return trips.back(trips.begin(FakeRequest.get(LOGIN).header("Sec-Fetch-Site", site)) + "; " + adas);
  }

  private String email(String cookie) {
    return world.send(FakeRequest.get("/api/auth/me").header("Cookie", cookie)).body();
  }
}
