package dev.latchkey.adapter.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.Enrolled;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class InvitationRoutesTest {
  private static final String ACCEPT = "/api/auth/invitations/accept";
  private static final String BOBS = "nine yellow kettles";

  private final World world = new World();
  private final String ada = world.signedUp("ada@example.com");
  private final String path = "/api/user/organizations/" + world.acme().id().value() + "/invitations";

  @Test
  void invites_and_lists_what_waits_for_an_answer() {
    FakeResponse invited = invite("bob@example.com", "admin");
    assertThat(invited.status()).isEqualTo(201);
    assertThat(invited.body()).contains("\"email\":\"bob@example.com\",\"role\":\"admin\",\"status\":\"pending\"",
        "\"invitedBy\":{\"userId\":\"", "\"name\":\"Ada\"}", "\"expiresAt\":\"2026-03-08T12:00:00Z\"");
    assertThat(get(path, ada).body()).contains("\"items\":[{\"id\":\"" + id(invited) + "\"", "\"nextCursor\":null");
    world.clock.advance(Duration.ofDays(7));
    String later = World.cookie(world.post("/api/auth/login",
        "{\"email\":\"ada@example.com\",\"password\":\"" + World.PASSWORD + "\"}"));
    assertThat(get(path, later).body()).contains("\"status\":\"expired\"");
  }

  @Test
  void gives_the_list_out_in_parts() {
    for (int i = 0; i < 3; i++) {
      invite("person" + i + "@example.com", "agent");
    }
    String first = get(path + "?limit=2", ada).body();
    assertThat(first).contains("person2@", "person1@").doesNotContain("person0@");
    String cursor = first.replaceAll(".*\"nextCursor\":\"([^\"]+)\".*", "$1");
    assertThat(get(path + "?limit=2&cursor=" + cursor, ada).body()).contains("person0@", "\"nextCursor\":null")
        .doesNotContain("person1@");
    assertThat(get(path + "?cursor=forged", ada).body()).contains("\"field\":\"cursor\"");
    assertThat(get(path + "?limit=0", ada).body()).contains("\"field\":\"limit\"");
  }

  @Test
  void says_what_is_wrong_with_whom_to_invite() {
    assertThat(send("POST", path, "{}", ada).body()).contains("\"pointer\":\"/email\",\"code\":\"REQUIRED\"",
        "\"pointer\":\"/role\",\"code\":\"REQUIRED\"");
    assertThat(invite("bob", "emperor").body()).contains("\"pointer\":\"/email\",\"code\":\"MALFORMED\"",
        "\"pointer\":\"/role\",\"code\":\"UNKNOWN\"");
    assertThat(invite("bob@example.com", "OWNER").status()).isEqualTo(400);
    assertThat(send("POST", path, "{\"email\":\"b@example.com\",\"role\":\"agent\",\"source\":\"scim\"}", ada).body())
        .contains("\"pointer\":\"/source\",\"code\":\"UNKNOWN\"");
  }

  @Test
  void invites_nobody_twice_and_no_member() {
    assertThat(invite("ada@example.com", "agent").body()).contains("\"status\":409,\"code\":\"CONFLICT\"",
        "\"code\":\"ALREADY_MEMBER\"");
    invite("bob@example.com", "agent");
    assertThat(invite("bob@example.com", "admin").body()).contains("\"status\":409,\"code\":\"CONFLICT\"",
        "\"code\":\"ALREADY_INVITED\"");
  }

  @Test
  void resends_and_revokes_and_has_nothing_of_what_is_gone() {
    String id = id(invite("bob@example.com", "agent"));
    String first = world.lastCode();
    assertThat(send("POST", path + "/" + id + "/resend", "", ada).body()).contains("\"id\":\"" + id + "\"");
    assertThat(accept(first, BOBS).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
    assertThat(send("DELETE", path + "/" + id, "", ada).status()).isEqualTo(200);
    assertThat(accept(world.lastCode(), BOBS).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
    for (String absent : new String[]{id, "new", "0".repeat(26)}) {
      assertThat(send("POST", path + "/" + absent + "/resend", "", ada).status()).isEqualTo(404);
      assertThat(send("DELETE", path + "/" + absent, "", ada).status()).isEqualTo(404);
    }
  }

  @Test
  void floods_nobodys_mailbox() {
    String id = id(invite("bob@example.com", "agent"));
    for (int mails = 1; mails < RecipientLimit.MAILS; mails++) {
      assertThat(send("POST", path + "/" + id + "/resend", "", ada).status()).isEqualTo(200);
    }
    FakeResponse refused = send("POST", path + "/" + id + "/resend", "", ada);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("3600");
  }

  @Test
  void is_for_owners_and_admins_of_this_very_organization() {
    String id = id(invite("bob@example.com", "owner"));
    String stranger = World.cookie(world.register("grace@example.com", "Other"));
    assertThat(get(path, stranger).status()).isEqualTo(404);
    assertThat(send("DELETE", path + "/" + id, "", stranger).status()).isEqualTo(404);
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(send("DELETE", path + "/" + id, "", ada).body()).contains("\"code\":\"FORBIDDEN\"", "owners");
    assertThat(invite("carol@example.com", "owner").status()).isEqualTo(403);
    assertThat(invite("carol@example.com", "admin").status()).isEqualTo(201);
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(invite("dora@example.com", "agent").status()).isEqualTo(403);
    assertThat(get(path, ada).status()).isEqualTo(403);
  }

  @Test
  void somebody_new_accepts_with_a_password_and_is_signed_in() {
    invite("bob@example.com", "admin");
    String token = world.lastCode();
    FakeResponse in = accept(token, BOBS);
    assertThat(in.body()).contains("\"email\":\"bob@example.com\"", "\"slug\":\"acme\"", "\"role\":\"admin\"",
        "\"type\":\"magic-link\"", "\"mfa\":\"none\"");
    assertThat(get("/api/auth/me", World.cookie(in)).status()).isEqualTo(200);
    assertThat(accept(token, BOBS).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
  }

  @Test
  void says_that_a_second_factor_has_to_be_set_up_where_it_is_demanded() {
    invite("bob@example.com", "admin");
    world.demand(AuthRequired.MFA);
    assertThat(accept(world.lastCode(), BOBS).body()).contains("\"mfa\":\"enrol\"");
  }

  @Test
  void calls_wrong_input_by_its_name_and_keeps_the_link() {
    invite("bob@example.com", "agent");
    String token = world.lastCode();
    assertThat(accept(token, "short").body()).contains("\"pointer\":\"/password\",\"code\":\"TOO_SHORT\"");
    assertThat(world.post(ACCEPT, "{\"token\":\"%s\"}".formatted(token)).body())
        .contains("\"pointer\":\"/name\",\"code\":\"REQUIRED\"", "\"pointer\":\"/password\",\"code\":\"REQUIRED\"");
    assertThat(world.post(ACCEPT, "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, BOBS)).body())
        .contains("\"pointer\":\"/name\",\"code\":\"REQUIRED\"");
    assertThat(world.post(ACCEPT, "{}").body()).contains("\"pointer\":\"/token\",\"code\":\"REQUIRED\"");
    assertThat(world.post(ACCEPT, "{\"token\":\"x\"}").body())
        .contains("\"pointer\":\"/token\",\"code\":\"MALFORMED\"");
    assertThat(accept(token, BOBS).status()).isEqualTo(200);
  }

  @Test
  void an_invitation_is_accepted_at_the_identity_provider_where_there_is_one_and_nowhere_else_where_it_is_demanded() {
    invite("bob@example.com", "agent");
    String token = world.lastCode();
    Organization acme = world.acme().withAnotherProvider();
    world.ports.organizations().save(acme);
    world.ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("latchkey"), acme.id(), acme.ssoVersion(),
        world.clock.instant()));
    String way = "/api/auth/sso/acme/login?login_hint=bob%40example.com&invitation=" + token
        + "&returnTo=%2Forganizations%2Facme";
    assertThat(world.post(ACCEPT, "{\"token\":\"%s\",\"sso\":true}".formatted(token)).body())
        .contains("\"redirect\":\"" + way + "\"");
    assertThat(Jsoup.parse(world.send(FakeRequest.get("/invitation?token=" + token)).body())
        .select("main a.button, main form").eachAttr("href")).contains(way);
    world.demand(AuthRequired.SSO);
    assertThat(accept(token, BOBS).body()).contains("\"code\":\"SSO_REQUIRED\"", way);
    assertThat(Jsoup.parse(world.send(FakeRequest.get("/invitation?token=" + token)).body())
        .select("form[action=/invitation/accept]")).isEmpty();
  }

  @Test
  void there_is_no_single_sign_on_to_accept_by_without_an_identity_provider() {
    invite("bob@example.com", "agent");
    String refused = world.post(ACCEPT, "{\"token\":\"%s\",\"sso\":true}".formatted(world.lastCode())).body();
    assertThat(refused).contains("\"pointer\":\"/sso\",\"code\":\"NO_SINGLE_SIGN_ON\"", "no single sign-on yet");
    assertThat(world.post(ACCEPT, "{\"token\":\"x\",\"sso\":true}").body()).contains("\"pointer\":\"/token\"");
    assertThat(world.post(ACCEPT, "{\"token\":\"%s\",\"name\":\"Bob\",\"password\":\"%s\",\"sso\":false}"
        .formatted(world.lastCode(), BOBS)).status()).isEqualTo(200);
  }

  @Test
  void an_account_accepts_by_the_token_alone_in_a_session_of_its_own() {
    String grace = World.cookie(world.register("grace@example.com", "Other"));
    invite("grace@example.com", "agent");
    String body = "{\"token\":\"%s\"}".formatted(world.lastCode());
    assertThat(accept(world.lastCode(), BOBS).body()).contains("\"status\":409,\"code\":\"CONFLICT\"");
    assertThat(world.post(ACCEPT, body).body()).contains("\"status\":401,\"code\":\"UNAUTHENTICATED\"");
    assertThat(send("POST", ACCEPT, body, ada).body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
    assertThat(send("POST", ACCEPT, body, grace).body()).contains("\"slug\":\"acme\"", "\"slug\":\"other\"");
    assertThat(send("POST", ACCEPT, body, grace).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
  }

  @Test
  void a_session_that_owes_its_second_factor_accepts_nothing() {
    World other = new World();
    String owner = World.cookie(other.register("grace@example.com", "Acme"));
    Enrolled bob = Enrolled.in(other, World.cookie(other.register("ada@example.com", "Other")));
    Enrolled.send(other, "POST", "/api/user/organizations/" + other.acme().id().value() + "/invitations",
        "{\"email\":\"ada@example.com\",\"role\":\"agent\"}", owner);
    String body = "{\"token\":\"%s\"}".formatted(other.lastCode());
    assertThat(Enrolled.send(other, "POST", ACCEPT, body, bob.halfSignedIn()).body())
        .contains("\"status\":403,\"code\":\"MFA_REQUIRED\"", "\"redirect\":\"/sign-in/mfa\"");
    assertThat(Enrolled.send(other, "POST", ACCEPT, body, bob.cookie()).status()).isEqualTo(200);
  }

  private FakeResponse invite(String email, String role) {
    return send("POST", path, "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role), ada);
  }

  private FakeResponse accept(String token, String password) {
    return world.post(ACCEPT,
        "{\"token\":\"%s\",\"name\":\"Bob Builder\",\"password\":\"%s\"}".formatted(token, password));
  }

  private FakeResponse get(String path, String cookie) {
    return world.send(FakeRequest.get(path).header("Cookie", cookie));
  }

  private FakeResponse send(String method, String path, String json, String cookie) {
    return Enrolled.send(world, method, path, json, cookie);
  }

  private static String id(FakeResponse invited) {
    return invited.body().replaceAll(".*\"data\":\\{\"id\":\"([^\"]+)\".*", "$1");
  }
}
