package dev.latchkey.adapter.web.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.apikey.ApiKeyText;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyRoutesTest {
  private static final String ORGANIZATIONS = "/api/user/organizations";
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");
  private final String acme = world.acme().id().value();
  private final String keys = ORGANIZATIONS + "/" + acme + "/api-keys";

  @Test
  void gives_the_key_once_and_never_in_a_list() {
    FakeResponse made = create("""
        {"name":" Nightly  ","scopes":["members:read","organization:read"],"expiresAt":"2026-06-01T02:00:00+02:00",
         "allowedIps":["203.0.113.7/24"]}""");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).contains("\"name\":\"Nightly\"",
        "\"scopes\":[\"organization:read\",\"members:read\"]", "\"expiresAt\":\"2026-06-01T00:00:00Z\"",
        "\"allowedIps\":[\"203.0.113.0/24\"]");
    String key = keyIn(made);
    assertThat(key).matches("lk_[a-z2-7]{39}");
    FakeResponse list = session("GET", keys);
    assertThat(list.body()).contains("\"name\":\"Nightly\"", "\"email\":\"ada@example.com\"",
        "\"lastUsedAt\":null").doesNotContain(key, "lk_", "hash");
  }

  @Test
  void opens_what_its_scopes_say_and_nothing_else() {
    String key = newKey("organization:read");
    assertThat(withKey("GET", ORGANIZATIONS + "/" + acme, key).body()).contains("\"slug\":\"acme\"",
        "\"missing\":null");
    assertThat(withKey("GET", ORGANIZATIONS, key).body()).contains("\"items\":[{\"id\":\"" + acme + "\"");
    assertThat(rename(key).body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
    String other = newKey("members:read");
    assertThat(withKey("GET", ORGANIZATIONS + "/" + acme, other).status()).isEqualTo(403);
    assertThat(withKey("GET", ORGANIZATIONS, other).status()).isEqualTo(403);
    assertThat(rename(newKey("organization:write")).status()).isEqualTo(200);
  }

  @Test
  void shows_no_other_organization_not_even_one_of_its_creators() {
    world.register("grace@example.com", "Other");
    String others = world.ports.memberships().placesOf(world.user("grace@example.com").id()).getFirst()
        .organization().id().value();
    String key = newKey("organization:read");
    assertThat(withKey("GET", ORGANIZATIONS + "/" + others, key).status()).isEqualTo(404);
    assertThat(withKey("DELETE", ORGANIZATIONS + "/" + others + "/api-keys/" + acme, key).status()).isEqualTo(404);
    assertThat(withKey("GET", ORGANIZATIONS, key).body()).doesNotContain(others);
  }

  @Test
  void makes_shows_and_deletes_no_keys_with_a_key() {
    String all = newKey("organization:read", "organization:write", "members:read", "members:write",
        "settings:read", "settings:write", "audit:read");
    assertThat(withKey("GET", keys, all).status()).isEqualTo(403);
    assertThat(withKey("DELETE", keys + "/" + acme, all).status()).isEqualTo(403);
    assertThat(world.send(FakeRequest.json("POST", keys, "{\"name\":\"x\",\"scopes\":[\"members:read\"]}")
        .header("X-Api-Key", all)).status()).isEqualTo(403);
  }

  @Test
  void shrinks_with_the_role_of_its_creator_at_once_and_dies_with_the_membership() {
    String key = newKey("organization:read", "organization:write");
    assertThat(rename(key).status()).isEqualTo(200);
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(rename(key).status()).isEqualTo(403);
    assertThat(withKey("GET", ORGANIZATIONS + "/" + acme, key).status()).isEqualTo(200);
    world.makeMember(Role.OWNER, MembershipStatus.DEACTIVATED);
    assertRefused(withKey("GET", ORGANIZATIONS + "/" + acme, key));
  }

  @Test
  void needs_neither_second_factor_nor_single_sign_on_nor_fresh_proof() {
    String key = newKey("organization:read");
    world.clock.advance(Duration.ofMinutes(30));
    for (AuthRequired required : AuthRequired.values()) {
      world.demand(required);
      assertThat(withKey("GET", ORGANIZATIONS + "/" + acme, key).status()).isEqualTo(200);
    }
  }

  @Test
  void is_one_and_the_same_refusal_whatever_is_wrong_with_it() {
    String key = newKey("organization:read");
    String pinned = keyIn(create("{\"name\":\"p\",\"scopes\":[\"organization:read\"],"
        + "\"allowedIps\":[\"198.51.100.0/24\"]}"));
    String deleted = newKey("organization:read");
    session("DELETE", keys + "/" + idOf(deleted));
    String unknown = ApiKeyText.random(new Random(7)).value();
    world.clock.advance(Duration.ofDays(89));
    for (String wrong : List.of(pinned, deleted, unknown, "lk_x", "", key + "a", key.substring(1))) {
      assertRefused(withKey("GET", ORGANIZATIONS + "/" + acme, wrong));
    }
    assertThat(withKey("GET", ORGANIZATIONS + "/" + acme, key).status()).isEqualTo(200);
    world.clock.advance(Duration.ofDays(1));
    assertRefused(withKey("GET", ORGANIZATIONS + "/" + acme, key));
  }

  @Test
  void is_believed_to_come_from_where_trusted_proxies_say_and_from_nowhere_else() {
    String pinned = keyIn(create("{\"name\":\"p\",\"scopes\":[\"organization:read\"],"
        + "\"allowedIps\":[\"198.51.100.0/24\"]}"));
    FakeRequest forged = FakeRequest.get(ORGANIZATIONS + "/" + acme).header("X-Api-Key", pinned)
        .header("X-Forwarded-For", "198.51.100.9");
    assertThat(world.send(forged).status()).isEqualTo(401);
    assertThat(world.send(forged.from("10.0.0.1")).status()).isEqualTo(200);
  }

  @Test
  void tells_the_admins_why_a_known_key_was_refused_but_once_an_hour() {
    String key = newKey("organization:read");
    world.clock.advance(Duration.ofDays(90));
    IntStream.range(0, 5).forEach(i -> withKey("GET", ORGANIZATIONS + "/" + acme, key));
    List<AuditEvent> told = world.ports.auditEvents().stream()
        .filter(event -> event.action() == AuditAction.API_KEY_REFUSED).toList();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().organization()).contains(world.acme().id());
    assertThat(told.getFirst().chain().getLast().rule()).isEqualTo("key-not-expired");
  }

  @Test
  void takes_a_key_nowhere_but_in_its_header_and_below_api_user() {
    String key = newKey("organization:read");
    for (String query : List.of("?X-Api-Key=", "?x-api-key=", "?api_key=", "?apiKey=", "?key=")) {
      assertThat(world.send(FakeRequest.get(ORGANIZATIONS + "/" + acme + query + key)).status()).isEqualTo(401);
    }
    assertThat(world.send(FakeRequest.get(ORGANIZATIONS + "/" + acme).header("Authorization", "Bearer " + key))
        .status()).isEqualTo(401);
    assertThat(withKey("GET", "/api/auth/me", key).status()).isEqualTo(401);
    assertThat(withKey("GET", "/organizations/acme", key).header("Location")).contains("/sign-in");
  }

  @Test
  void refuses_to_guess_who_asks() {
    String key = newKey("organization:read");
    assertThat(world.send(FakeRequest.get(ORGANIZATIONS).header("X-Api-Key", key).header("Cookie", cookie)).body())
        .contains("\"status\":400,\"code\":\"BAD_REQUEST\"");
    assertThat(world.send(FakeRequest.get(ORGANIZATIONS).header("X-Api-Key", key).header("X-Api-Key", key)).status())
        .isEqualTo(400);
  }

  @Test
  void slows_down_who_tries_keys_and_nobody_else() {
    String key = newKey("organization:read");
    IntStream.range(0, 60).forEach(i -> assertThat(withKey("GET", ORGANIZATIONS, "lk_x").status()).isEqualTo(401));
    FakeResponse slowed = withKey("GET", ORGANIZATIONS, "lk_x");
    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.header("Retry-After")).isNotNull();
    assertThat(world.send(FakeRequest.get(ORGANIZATIONS).header("X-Api-Key", key).from("198.51.100.9")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "scopes|[]|REQUIRED", "scopes|null|REQUIRED", "scopes|[\"everything\"]|UNKNOWN_SCOPE",
    "scopes|[null]|WRONG_TYPE", "expiresAt|\"2026-03-01T12:00:00Z\"|OUT_OF_RANGE",
    "expiresAt|\"2027-03-02T12:00:01Z\"|OUT_OF_RANGE", "expiresAt|\"tomorrow\"|MALFORMED",
    "allowedIps|[\"example.com\"]|MALFORMED", "allowedIps|[\"203.0.113.0/33\"]|MALFORMED",
    "allowedIps|[null]|WRONG_TYPE", "name|\"\"|REQUIRED"})
  void names_what_is_wrong(String member, String value, String code) {
    String body = "{\"name\":\"N\",\"scopes\":[\"members:read\"]}".replaceAll("\"" + member + "\":[^,}]+,?", "")
        .replace("{", "{\"" + member + "\":" + value + ",").replace(",}", "}");
    assertThat(create(body).body()).contains("\"code\":\"VALIDATION_FAILED\"",
        "\"field\":\"" + member + "\",\"pointer\":\"/" + member + "\",\"code\":\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"organization:write", "members:write", "settings:read", "settings:write", "audit:read"})
  void promises_nothing_that_the_role_of_its_creator_does_not_hold(String scope) {
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(create("{\"name\":\"N\",\"scopes\":[\"" + scope + "\"]}").body())
        .contains("\"field\":\"scopes\"", "\"code\":\"BEYOND_ROLE\"");
    assertThat(create("{\"name\":\"N\",\"scopes\":[\"members:read\"]}").status()).isEqualTo(201);
  }

  @Test
  void asks_for_a_fresh_proof_and_for_membership() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(create("{\"name\":\"N\",\"scopes\":[\"members:read\"]}").body())
        .contains("REAUTHENTICATION_REQUIRED");
    String stranger = World.cookie(world.register("eve@example.com", "Eves"));
    assertThat(world.send(FakeRequest.json("POST", keys, "{\"name\":\"N\",\"scopes\":[\"members:read\"]}")
        .header("Origin", "https://sso.example.com").header("Cookie", stranger)).status()).isEqualTo(404);
    assertThat(world.send(FakeRequest.get(keys).header("Cookie", stranger)).status()).isEqualTo(404);
  }

  @Test
  void has_room_for_twenty() {
    IntStream.range(0, 20).forEach(i -> newKey("members:read"));
    assertThat(create("{\"name\":\"N\",\"scopes\":[\"members:read\"]}").body())
        .contains("\"status\":409,\"code\":\"CONFLICT\"");
    assertThat(session("GET", keys + "?limit=15").body()).doesNotContain("\"nextCursor\":null");
    assertThat(session("GET", keys + "?cursor=x").body()).contains("\"field\":\"cursor\"");
  }

  @Test
  void shows_others_keys_to_admins_only_who_may_delete_them() {
    String bobs = world.joinAcme("bob@example.com", Role.AGENT);
    String bobsKey = keyIn(world.send(FakeRequest.json("POST", keys,
        "{\"name\":\"Bobs\",\"scopes\":[\"members:read\"]}").header("Origin", "https://sso.example.com")
        .header("Cookie", bobs)));
    String adas = newKey("members:read");
    assertThat(session("GET", keys).body()).contains("Bobs", "bob@example.com");
    assertThat(world.send(FakeRequest.get(keys).header("Cookie", bobs)).body()).contains("Bobs")
        .doesNotContain("ada@example.com");
    assertThat(world.send(FakeRequest.of("DELETE", keys + "/" + idOf(adas)).header("Cookie", bobs)
        .header("Origin", "https://sso.example.com")).status()).isEqualTo(404);
    assertThat(session("DELETE", keys + "/" + idOf(bobsKey)).status()).isEqualTo(200);
    assertThat(session("DELETE", keys + "/" + idOf(adas)).status()).isEqualTo(200);
    assertRefused(withKey("GET", ORGANIZATIONS, bobsKey));
  }

  private static void assertRefused(FakeResponse answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"", "\"message\":\"This key can't be used.");
  }

  private FakeResponse create(String json) {
    return world.send(FakeRequest.json("POST", keys, json).header("Origin", "https://sso.example.com")
        .header("Cookie", cookie));
  }

  private String newKey(String... scopes) {
    return keyIn(create("{\"name\":\"N\",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}"));
  }

  private static String keyIn(FakeResponse made) {
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.body().replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");
  }

  private String idOf(String key) {
    return world.ports.apiKeys().find(new ApiKeyText(key).hash()).orElseThrow().key().id()
        .value();
  }

  private FakeResponse session(String method, String path) {
    return world.send(FakeRequest.of(method, path).header("Origin", "https://sso.example.com")
        .header("Cookie", cookie));
  }

  private FakeResponse withKey(String method, String path, String key) {
    return world.send(FakeRequest.of(method, path).header("X-Api-Key", key));
  }

  private FakeResponse rename(String key) {
    return world.send(FakeRequest.json("PATCH", ORGANIZATIONS + "/" + acme, "{\"name\":\"Acme\"}")
        .header("X-Api-Key", key));
  }
}
