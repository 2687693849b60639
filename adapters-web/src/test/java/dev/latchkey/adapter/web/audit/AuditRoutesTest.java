package dev.latchkey.adapter.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRoutesTest {
  private static final String PAGE = "/organizations/acme/audit";
  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
  private final World world = new World();
  private String cookie = world.signedUp("ada@example.com");
  private final String acme = world.acme().id().value();
  private final String events = "/api/user/organizations/" + acme + "/audit-events";

  @Test
  void tells_who_did_what_from_where_and_which_rules_decided() {
    signIn("ada@example.com", "not the password at all");
    FakeResponse newest = get(events + "?limit=1");
    assertThat(newest.body()).contains("\"action\":\"SIGN_IN\",\"outcome\":\"refused\"",
        "\"email\":\"ada@example.com\"", "\"address\":\"203.0.113.7\"", "\"requestId\":\"",
        "{\"rule\":\"address-known\",\"result\":\"passed\",\"detail\":\"\"}",
        "{\"rule\":\"password-matches\",\"result\":\"failed\",\"detail\":\"\"}",
        "\"details\":{\"email\":\"ada@example.com\",\"method\":\"password\"}");
  }

  @Test
  void goes_back_part_by_part_to_the_beginning() {
    signIn("ada@example.com", World.PASSWORD);
    signIn("ada@example.com", World.PASSWORD);
    String all = get(events).body();
    StringBuilder parts = new StringBuilder();
    String part = get(events + "?limit=1").body();
    for (Matcher next = CURSOR.matcher(part); next.find(); next = CURSOR.matcher(part)) {
      parts.append(part);
      part = get(events + "?limit=1&cursor=" + next.group(1)).body();
    }
    assertThat((parts + part).split("\"requestId\":", -1)).hasSameSizeAs(all.split("\"requestId\":", -1));
    assertThat(part).contains("ORGANIZATION_CREATED");
  }

  @Test
  void is_narrowed_by_every_filter() {
    world.clock.advance(Duration.ofDays(1));
    signIn("ada@example.com", "not the password at all");
    world.joinAcme("bob@example.com", Role.AGENT);
    signIn("bob@example.com", World.PASSWORD);
    cookie = World.cookie(signIn("ada@example.com", World.PASSWORD));
    assertThat(get(events + "?outcome=refused").body()).contains("SIGN_IN").doesNotContain("\"outcome\":\"success\"");
    assertThat(get(events + "?action=ORGANIZATION_CREATED").body()).contains("CREATED").doesNotContain("SIGN_IN");
    assertThat(get(events + "?actor=bob@example.com").body()).contains("bob@").doesNotContain("ada@");
    assertThat(get(events + "?actor=" + world.user("bob@example.com").id().value()).body()).contains("bob@")
        .doesNotContain("ada@");
    assertThat(get(events + "?from=2026-03-02").body()).contains("SIGN_IN").doesNotContain("CREATED");
    assertThat(get(events + "?to=2026-03-01").body()).contains("CREATED").doesNotContain("SIGN_IN");
    assertThat(get(events + "?to=2026-03-01T12:00:00Z").body()).contains("\"items\":[]");
  }

  @ParameterizedTest
  @CsvSource({"cursor=x,cursor", "limit=0,limit", "from=yesterday,from", "to=2026-02-30,to", "actor=me,actor",
    "actor=@,actor", "action=EVERYTHING,action", "outcome=maybe,outcome", "from=2026-03-02&to=2026-03-01,to"})
  void names_the_parameter_that_is_wrong(String query, String field) {
    assertThat(get(events + "?" + query).body()).contains("\"status\":400", "\"field\":\"" + field + "\"");
  }

  @Test
  void takes_no_cursor_of_another_filter_or_organization() {
    signIn("ada@example.com", World.PASSWORD);
    Matcher cursor = CURSOR.matcher(get(events + "?limit=1").body());
    assertThat(cursor.find()).isTrue();
    assertThat(get(events + "?limit=1&outcome=success&cursor=" + cursor.group(1)).status()).isEqualTo(400);
    String eve = World.cookie(world.register("eve@example.com", "Eves"));
    String eves = world.ports.memberships().placesOf(world.user("eve@example.com").id()).getFirst().organization()
        .id().value();
    assertThat(world.send(FakeRequest.get("/api/user/organizations/" + eves + "/audit-events?limit=1&cursor="
        + cursor.group(1)).header("Cookie", eve)).status()).isEqualTo(400);
  }

  @Test
  void shows_strangers_nothing_and_agents_neither() {
    String eve = World.cookie(world.register("eve@example.com", "Eves"));
    signIn("eve@example.com", World.PASSWORD);
    assertThat(get(events).body()).doesNotContain("eve@");
    assertThat(world.send(FakeRequest.get(events).header("Cookie", eve)).status()).isEqualTo(404);
    assertThat(world.send(FakeRequest.get(PAGE).header("Cookie", eve)).status()).isEqualTo(404);
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(get(events).body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
    FakeResponse denied = get(PAGE);
    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.body()).contains("Only owners and admins");
    assertThat(get("/organizations/acme").body()).doesNotContain(PAGE);
  }

  @Test
  void tells_no_organization_of_another_one() {
    world.joinAcme("bob@example.com", Role.AGENT);
    signIn("bob@example.com", World.PASSWORD);
    assertThat(get(events + "?actor=bob@example.com").body()).contains("SIGN_IN")
        .doesNotContain("Own of bob", "ORGANIZATION_CREATED", "membership(s)");
  }

  @Test
  void shows_sentences_and_the_chain_on_its_page() {
    signIn("ada@example.com", "not the password at all");
    Document page = page(PAGE);
    assertThat(page.select(".events > li").first().text()).contains("Ada tried to sign in and was refused.",
        "Failed The password is right");
    assertThat(page.select(".events > li").last().text()).contains("Ada created the organization Acme.");
    assertThat(page.select(".events .copy [data-copy]").first().attr("data-copy")).matches("[0-9A-Z]{16}");
    Document filtered = page(PAGE + "?outcome=REFUSED&actor=ada%40example.com");
    assertThat(filtered.select(".events > li")).hasSize(1);
    assertThat(filtered.getElementById("actor").val()).isEqualTo("ada@example.com");
    assertThat(filtered.select("#outcome option[selected]").val()).isEqualTo("REFUSED");
    assertThat(page(PAGE + "?from=2030-01-01").select(".empty").text()).contains("clear the filter");
    FakeResponse wrong = get(PAGE + "?from=x");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(Jsoup.parse(wrong.body()).getElementById("from-error").text()).startsWith("Enter a day");
    Document part = page(PAGE + "?limit=1&outcome=SUCCESS");
    assertThat(part.select("a[href*=cursor]")).isEmpty();
    Document first = page(PAGE + "?limit=1");
    assertThat(page(first.select("a[href*=cursor]").attr("href")).select(".events > li")).isNotEmpty();
  }

  @Test
  void shows_names_as_they_are_and_never_as_markup() {
    world.send(FakeRequest.json("PATCH", "/api/user/organizations/" + acme, "{\"name\":\"<b onclick=x>&{0}\"}")
        .header("Origin", "https://sso.example.com").header("Cookie", cookie));
    Document page = page(PAGE);
    assertThat(page.select("[onclick]")).isEmpty();
    assertThat(page.select(".events > li").first().text()).contains("renamed the organization to <b onclick=x>&{0}.");
  }

  private FakeResponse signIn(String email, String password) {
    return world.post("/api/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get(path).header("Cookie", cookie));
  }

  private Document page(String path) {
    FakeResponse answer = get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
