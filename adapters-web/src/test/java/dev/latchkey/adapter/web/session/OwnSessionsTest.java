package dev.latchkey.adapter.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class OwnSessionsTest {
  private static final String ORIGIN = "https://sso.example.com";
  private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");

  @Test
  void tells_device_address_and_age_newest_first() {
    world.clock.advance(Duration.ofMinutes(5));
    signInElsewhere();
    FakeResponse list = api("GET", "/api/auth/sessions", cookie);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body()).contains("\"nextCursor\":null");
    assertThat(list.body().replaceAll("\"id\":\"[^\"]+\",", "")).contains(
        "\"items\":[{\"device\":\"Firefox on Linux\",\"address\":\"198.51.100.23\","
            + "\"createdAt\":\"2026-03-01T12:05:00Z\",\"lastSeenAt\":\"2026-03-01T12:05:00Z\","
            + "\"expiresAt\":\"2026-03-02T00:05:00Z\",\"current\":false},{\"device\":\"Unknown browser\",");
  }

  @Test
  void ends_one_at_once_and_only_ones_own() {
    String other = signInElsewhere();
    String eve = World.cookie(world.register("eve@example.com", "Other"));
    String id = idOf(other);
    FakeResponse foreign = api("DELETE", "/api/auth/sessions/" + id, eve);
    assertThat(foreign.body()).contains("\"status\":404,\"code\":\"NOT_FOUND\"");
    assertThat(api("DELETE", "/api/auth/sessions/nonsense", eve).status()).isEqualTo(404);
    assertThat(api("GET", "/api/auth/me", other).status()).isEqualTo(200);

    assertThat(api("DELETE", "/api/auth/sessions/" + id, cookie).body()).contains("\"success\":true", "\"data\":null");
    assertThat(api("GET", "/api/auth/me", other).status()).isEqualTo(401);
    assertThat(api("DELETE", "/api/auth/sessions/" + id, cookie).status()).isEqualTo(404);
  }

  @Test
  void takes_the_cookie_of_whoever_ends_the_own_session() {
    FakeResponse ended = api("DELETE", "/api/auth/sessions/" + idOf(cookie), cookie);
    assertThat(ended.header("Set-Cookie")).startsWith("__Host-latchkey=; Max-Age=0;");
    assertThat(api("GET", "/api/auth/me", cookie).status()).isEqualTo(401);
  }

  @Test
  void ends_all_others() {
    String one = signInElsewhere();
    String two = signInElsewhere();
    assertThat(api("DELETE", "/api/auth/sessions", cookie).body()).contains("\"data\":{\"ended\":2}");
    assertThat(api("GET", "/api/auth/me", one).status()).isEqualTo(401);
    assertThat(api("GET", "/api/auth/me", two).status()).isEqualTo(401);
    assertThat(api("GET", "/api/auth/me", cookie).status()).isEqualTo(200);
  }

  @Test
  void is_nothing_for_strangers_nor_for_a_session_that_owes_its_second_factor() {
    assertThat(world.send(FakeRequest.get("/api/auth/sessions")).status()).isEqualTo(401);
    assertThat(world.send(FakeRequest.get("/account/sessions")).header("Location"))
        .isEqualTo("https://sso.example.com/sign-in?returnTo=%2Faccount%2Fsessions");
    world.enrolMfa("ada@example.com");
    assertThat(api("GET", "/api/auth/sessions", cookie).body()).contains("MFA_REQUIRED");
    assertThat(api("DELETE", "/api/auth/sessions", cookie).body()).contains("MFA_REQUIRED");
  }

  @Test
  void shows_them_on_a_page_and_ends_one_there() {
    String other = signInElsewhere();
    Document page = page(FakeRequest.get("/account/sessions"));
    assertThat(page.select("tbody tr")).hasSize(2);
    assertThat(page.select(".badge").eachText()).containsExactly("This browser");
    assertThat(page.select("form[action=/account/sessions/end] button").text())
        .isEqualTo("End the session of Firefox on Linux");
    String id = page.select("form[action=/account/sessions/end] input[name=id]").val();

    FakeResponse ended = send(FakeRequest.form("/account/sessions/end", "id=" + id));
    assertThat(ended.header("Location")).endsWith("/account/sessions?notice=sessionEnded");
    assertThat(api("GET", "/api/auth/me", other).status()).isEqualTo(401);
    assertThat(send(FakeRequest.form("/account/sessions/end", "id=" + id)).status()).isEqualTo(303);
    assertThat(send(FakeRequest.form("/account/sessions/end", "id=")).status()).isEqualTo(404);
    Document alone = page(FakeRequest.get("/account/sessions?notice=sessionEnded"));
    assertThat(alone.text()).contains("The session is ended.", "nowhere else");
    assertThat(alone.select("a[href=/account/sessions/end-others]")).isEmpty();
  }

  @Test
  void asks_before_all_others_are_ended() {
    assertThat(send(FakeRequest.get("/account/sessions/end-others")).header("Location"))
        .isEqualTo("https://sso.example.com/account/sessions");
    String other = signInElsewhere();
    Document question = page(FakeRequest.get("/account/sessions/end-others"));
    assertThat(question.selectFirst("h1").text()).isEqualTo("End the other session?");
    assertThat(api("GET", "/api/auth/me", other).status()).isEqualTo(200);
    FakeResponse ended = send(FakeRequest.form("/account/sessions/end-others", ""));
    assertThat(ended.header("Location")).endsWith("/account/sessions?notice=sessionsEnded");
    assertThat(api("GET", "/api/auth/me", other).status()).isEqualTo(401);
  }

  private String signInElsewhere() {
    return World.cookie(world.send(FakeRequest.json("POST", "/api/auth/login", """
        {"email":"ada@example.com","password":"%s"}""".formatted(World.PASSWORD)).header("User-Agent", FIREFOX)
        .from("198.51.100.23")));
  }

  private String idOf(String session) {
    return api("GET", "/api/auth/me", session).body().replaceAll(".*\"session\":\\{\"id\":\"([^\"]+)\".*", "$1");
  }

  private FakeResponse api(String method, String path, String session) {
    return world.send(FakeRequest.of(method, path).header("Origin", ORIGIN).header("Cookie", session));
  }

  private FakeResponse send(FakeRequest request) {
    return world.send(request.header("Cookie", cookie));
  }

  private Document page(FakeRequest request) {
    return Jsoup.parse(send(request).body());
  }
}
