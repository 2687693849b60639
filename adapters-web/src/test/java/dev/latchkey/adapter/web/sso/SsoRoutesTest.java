package dev.latchkey.adapter.web.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BySso;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SsoRoutesTest {
  private static final String SITE = "https://sso.example.com";
  private static final String SECRET = "correct-horse-battery";
  private static final String CONNECTION = """
      {"provider":"oidc","issuerUrl":"https://login.acme.example","clientId":"latchkey","clientSecret":"%s"}"""
      .formatted(SECRET);

  private final World world = new World();
  private final String ada = world.signedUp("ada@example.com");
  private final String settings = "/api/user/organizations/" + world.acme().id().value() + "/settings/";
  private final String route = settings + "sso";

  @Test
  void a_connection_is_made_read_and_deleted_and_its_secret_never_shown() {
    assertThat(get(route).status()).isEqualTo(404);
    FakeResponse saved = send("PUT", route, CONNECTION);
    assertThat(saved.body()).contains("\"data\":{\"provider\":\"oidc\",\"issuerUrl\":\"https://login.acme.example\","
        + "\"clientId\":\"latchkey\",\"redirectUri\":\"https://sso.example.com/api/auth/sso/callback\","
        + "\"callback\":\"shared\",\"version\":1,\"lastSuccessfulLogin\":null}");
    world.ports.ssoConnections().noteSignIn(world.acme().id(), 1, world.clock.instant(), true);
    assertThat(get(route).body()).contains("\"lastSuccessfulLogin\":\"2026-03-01T12:00:00Z\"");
    for (FakeResponse answer : new FakeResponse[]{saved, get(route), send("POST", route + "/test", "")}) {
      assertThat(answer.body()).doesNotContain(SECRET).doesNotContain("ecret");
    }
    assertThat(send("DELETE", route, "").body()).contains("\"success\":true");
    assertThat(get(route).status()).isEqualTo(404);
    assertThat(send("DELETE", route, "").status()).isEqualTo(404);
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    FakeResponse wrong = send("PUT", route, """
        {"provider":"saml","issuerUrl":"https://login.acme.example/.well-known/openid-configuration","clientId":" ",
         "clientSecret":null}""");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("\"pointer\":\"/provider\",\"code\":\"UNKNOWN\"",
        "\"pointer\":\"/issuerUrl\",\"code\":\"DISCOVERY_URL\"", "\"pointer\":\"/clientId\",\"code\":\"MALFORMED\"");
    assertThat(send("PUT", route, CONNECTION.replace("\"clientId\"", "\"clientID\"")).status()).isEqualTo(400);
    assertThat(send("PUT", route, CONNECTION.replace(SECRET, " ")).body())
        .contains("\"pointer\":\"/clientSecret\",\"code\":\"REQUIRED\"");
    assertThat(send("PUT", route, CONNECTION.replace("https://login.acme.example",
        "https://login.microsoftonline.com/common/v2.0")).body()).contains("\"code\":\"ANY_TENANT\"");
  }

  @Test
  void an_issuer_without_tls_is_taken_from_this_machine_only() {
    FakeResponse refused = send("PUT", route, CONNECTION.replace("https://login", "http://login"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("\"code\":\"URL_REFUSED\"", "\"pointer\":\"/issuerUrl\"");
    assertThat(send("PUT", route, CONNECTION.replace("https://login.acme.example", "http://localhost:8080/realms/acme"))
        .status()).isEqualTo(200);
  }

  @Test
  void a_blank_secret_keeps_the_stored_one_of_the_same_client_only() {
    send("PUT", route, CONNECTION);
    assertThat(send("PUT", route, CONNECTION.replace(SECRET, "")).body()).contains("\"version\":1");
    assertThat(send("PUT", route, CONNECTION.replace(",\"clientSecret\":\"" + SECRET + "\"", "")).status())
        .isEqualTo(200);
    assertThat(
        world.ports.ssoConnections().find(world.acme().id()).orElseThrow().client().secret().orElseThrow().value())
        .isEqualTo(SECRET);
    assertThat(send("PUT", route, CONNECTION.replace(SECRET, "").replace("latchkey", "another")).body())
        .contains("\"pointer\":\"/clientSecret\",\"code\":\"REQUIRED_AGAIN\"");
    assertThat(send("PUT", route, CONNECTION.replace("latchkey", "another")).body()).contains("\"version\":2");
  }

  @Test
  void while_it_is_the_only_way_in_nothing_but_the_secret_changes() {
    send("PUT", route, CONNECTION);
    world.clock.advance(Duration.ofMinutes(1));
    world.demand(AuthRequired.SSO);
    String owner = BySso.shown(world, ada);
    for (FakeResponse refused : new FakeResponse[]{
      as(owner, "PUT", route, CONNECTION.replace("latchkey", "another")), as(owner, "DELETE", route, ""),
      as(owner, "PUT", route + "/callback", "{\"mode\":\"dedicated\"}")}) {
      assertThat(refused.status()).as(refused.body()).isEqualTo(409);
      assertThat(refused.body()).contains("\"code\":\"SSO_ENFORCED\"");
    }
    assertThat(as(owner, "PUT", route, CONNECTION.replace(SECRET, "renewed")).status()).isEqualTo(200);
  }

  @Test
  void a_test_says_what_is_wrong_and_what_to_do() {
    assertThat(send("POST", route + "/test", "").status()).isEqualTo(404);
    send("PUT", route, CONNECTION);
    assertThat(send("POST", route + "/test", "").body()).contains("\"message\":\"SSO configuration is valid\","
        + "\"data\":{\"success\":true,\"message\":\"SSO configuration is valid\"}");
    world.relyingParty.fails(Optional.of(new SsoProblem(SsoFault.ISSUER_DIFFERS, "It says a, not b.")));
    FakeResponse failed = send("POST", route + "/test", "");
    assertThat(failed.status()).isEqualTo(200);
    assertThat(failed.body()).contains("\"success\":false,\"code\":\"ISSUER_DIFFERS\"", "It says a, not b.",
        "\"action\":\"Put the issuer", "\"findings\":[{\"code\":\"ISSUER_DIFFERS\"");
  }

  @Test
  void the_callback_becomes_the_organizations_own() {
    assertThat(send("PUT", route + "/callback", "{\"mode\":\"dedicated\"}").status()).isEqualTo(404);
    send("PUT", route, CONNECTION);
    assertThat(send("PUT", route + "/callback", "{\"mode\":\"dedicated\"}").body()).contains(
        "\"redirectUri\":\"https://sso.example.com/api/auth/sso/acme/callback\",\"callback\":\"dedicated\"");
    assertThat(send("PUT", route + "/callback", "{\"mode\":\"own\"}").body())
        .contains("\"pointer\":\"/mode\",\"code\":\"UNKNOWN\"");
  }

  @Test
  void new_people_are_let_in_by_domain_and_never_as_owners() {
    String jit = settings + "jit";
    assertThat(get(jit).body())
        .contains("\"data\":{\"enabled\":false,\"defaultRole\":\"agent\",\"allowedDomains\":[]}");
    String wanted =
        "{\"enabled\":true,\"defaultRole\":\"admin\",\"allowedDomains\":[\"Acme.Example\",\"acme.example\"]}";
    assertThat(send("PUT", jit, wanted).body())
        .contains("\"data\":{\"enabled\":true,\"defaultRole\":\"admin\",\"allowedDomains\":[\"acme.example\"]}");
    assertThat(get(jit).body()).contains("\"enabled\":true");
    assertThat(send("PUT", jit, wanted.replace("admin", "owner")).body())
        .contains("\"pointer\":\"/defaultRole\",\"code\":\"OWNER\"");
    assertThat(
        send("PUT", jit, "{\"enabled\":true,\"defaultRole\":\"agent\",\"allowedDomains\":[\"acme\\uff0eexample\"]}")
            .body())
        .contains("\"pointer\":\"/allowedDomains\"");
    assertThat(send("PUT", jit, "{}").body()).contains("\"/enabled\"", "\"/defaultRole\"", "\"/allowedDomains\"");
    assertThat(get(jit).body()).contains("\"defaultRole\":\"admin\"");
  }

  @Test
  void an_owner_with_a_fresh_proof_changes_admins_read_and_others_find_nothing() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(send("PUT", route, CONNECTION).body()).contains("\"code\":\"REAUTHENTICATION_REQUIRED\"");
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    for (String[] change : new String[][]{{"PUT", route, CONNECTION}, {"DELETE", route, ""},
      {"PUT", route + "/callback", "{\"mode\":\"shared\"}"},
      {"PUT", settings + "jit", "{\"enabled\":false,\"defaultRole\":\"agent\",\"allowedDomains\":[]}"}}) {
      assertThat(send(change[0], change[1], change[2]).body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
    }
    assertThat(get(settings + "jit").status()).isEqualTo(200);
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(get(route).status()).isEqualTo(403);
    String stranger = World.cookie(world.register("grace@example.com", "Other"));
    assertThat(world.send(FakeRequest.get(route).header("Cookie", stranger)).status()).isEqualTo(404);
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get(path).header("Cookie", ada));
  }

  private FakeResponse send(String method, String path, String json) {
    return as(ada, method, path, json);
  }

  private FakeResponse as(String cookie, String method, String path, String json) {
    return world.send(FakeRequest.json(method, path, json).header("Origin", SITE).header("Cookie", cookie));
  }
}
