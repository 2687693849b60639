package dev.latchkey.adapter.web.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.Enrolled;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.application.memory.FakeAuthenticator;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.passkey.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasskeyRoutesTest {
  private static final String PASSKEYS = "/api/auth/passkeys";

  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");
  private final FakeAuthenticator laptop = new FakeAuthenticator("laptop", true);

  @Test
  void gives_creation_options_in_the_standards_own_form() {
    FakeResponse options = post(PASSKEYS + "/registration-options", "", cookie);
    assertThat(options.body()).contains("\"data\":{\"rp\":{\"id\":\"sso.example.com\",\"name\":\"Latchkey\"}",
        "\"name\":\"ada@example.com\",\"displayName\":\"Ada\"}", "\"pubKeyCredParams\":[{\"type\":\"public-key\","
            + "\"alg\":-7},{\"type\":\"public-key\",\"alg\":-8},{\"type\":\"public-key\",\"alg\":-257}]",
        "\"timeout\":300000,\"excludeCredentials\":[],\"authenticatorSelection\":{\"residentKey\":\"required\","
            + "\"requireResidentKey\":true,\"userVerification\":\"preferred\"},\"attestation\":\"none\"");
    assertThat(post(PASSKEYS + "/registration-options", "", registered()).body())
        .contains("\"excludeCredentials\":[{\"type\":\"public-key\",\"id\":\"" + laptop.credential().base64Url());
  }

  @Test
  void gives_request_options_that_name_nobody() {
    assertThat(world.post(PASSKEYS + "/authentication-options", "{}").body()).contains("\"timeout\":300000,"
        + "\"rpId\":\"sso.example.com\",\"allowCredentials\":[],\"userVerification\":\"preferred\"}");
  }

  @Test
  void registers_and_lists_and_goes_on_under_a_new_cookie() {
    FakeResponse made = post(PASSKEYS, body(laptop.register(offer(cookie)), ",\"name\":\" My laptop \""), cookie);
    assertThat(made.body()).contains("\"status\":201,", "\"name\":\"My laptop\"", "\"lastUsedAt\":null");
    assertThat(get(PASSKEYS, cookie).status()).isEqualTo(401);
    assertThat(get(PASSKEYS, World.cookie(made)).body()).contains("\"items\":[{\"id\":\"", "\"name\":\"My laptop\"",
        "\"nextCursor\":null");
    assertThat(get("/api/auth/me", World.cookie(made)).body()).contains("\"mfa\":\"done\"", "\"type\":\"passkey\"");
  }

  @Test
  void names_a_passkey_after_the_browser_unless_told_otherwise() {
    RegistrationAnswer answer = laptop.register(offer(cookie));
    FakeResponse made = world.send(FakeRequest.json("POST", PASSKEYS, body(answer, ""))
        .header("Origin", "https://sso.example.com").header("Cookie", cookie)
        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"));
    assertThat(made.body()).contains("\"name\":\"Firefox on Linux\"");
  }

  @Test
  void takes_what_the_standard_lets_browsers_add_and_nothing_else() {
    RegistrationAnswer answer = laptop.register(offer(cookie));
    String json = body(answer, "").replace("\"response\":{",
        """
            "authenticatorAttachment":"platform","clientExtensionResults":{"credProps":{"rk":true},"prf":{"enabled":true}},
            "response":{"authenticatorData":"AQID","publicKey":"AQID","publicKeyAlgorithm":-7,"transports":["internal"],""");
    assertThat(post(PASSKEYS, json.replace("{\"id\"", "{\"admin\":true,\"id\""), cookie).body())
        .contains("\"status\":400,", "\"pointer\":\"/admin\",\"code\":\"UNKNOWN\"");
    assertThat(post(PASSKEYS, json, cookie).status()).isEqualTo(201);
    String signed = body(laptop.sign(challenge())).replace("\"signature\"", "\"userHandle\":null,\"signature\"");
    assertThat(world.post(PASSKEYS + "/authenticate", signed).status()).isEqualTo(200);
  }

  @Test
  void says_which_member_is_wrong() {
    String good = body(laptop.register(offer(cookie)), "");
    assertThat(post(PASSKEYS, good.replace("\"type\":\"public-key\"", "\"type\":\"password\""), cookie).body())
        .contains("\"pointer\":\"/type\",\"code\":\"UNSUPPORTED\"");
    assertThat(post(PASSKEYS, good.replace("\"rawId\":\"", "\"rawId\":\"AA"), cookie).body())
        .contains("\"pointer\":\"/rawId\",\"code\":\"MISMATCH\"");
    assertThat(post(PASSKEYS, good.replaceAll("\"clientDataJSON\":\"[^\"]+\"", "\"clientDataJSON\":\"a+b=\""), cookie)
        .body()).contains("\"pointer\":\"/response/clientDataJSON\",\"code\":\"MALFORMED\"");
    assertThat(post(PASSKEYS, good.replace("{\"id\"", "{\"name\":\"\",\"id\""), cookie).body())
        .contains("\"field\":\"name\",\"pointer\":\"/name\",\"code\":\"REQUIRED\"");
    for (String incomplete : List.of("{}", "{\"id\":null}", good.replaceAll("\"response\":\\{[^}]*}",
        "\"response\":{}"), good.replaceAll("\"response\":\\{[^}]*}", "\"response\":null"))) {
      assertThat(post(PASSKEYS, incomplete, cookie).status()).as(incomplete).isEqualTo(400);
      assertThat(world.post(PASSKEYS + "/authenticate", incomplete).status()).as(incomplete).isEqualTo(400);
    }
  }

  @Test
  void signs_in_with_both_factors_at_once() {
    registered();
    FakeResponse in = world.post(PASSKEYS + "/authenticate", body(laptop.sign(challenge())));
    assertThat(in.body()).contains("\"email\":\"ada@example.com\"", "\"mfa\":\"done\"", "\"type\":\"passkey\"");
    assertThat(get("/api/user/organizations", World.cookie(in)).status()).isEqualTo(200);
    assertThat(get(PASSKEYS, World.cookie(in)).body()).doesNotContain("\"lastUsedAt\":null");
  }

  @Test
  void answers_every_refusal_like_a_wrong_password() {
    registered();
    AssertionAnswer used = laptop.sign(challenge());
    world.post(PASSKEYS + "/authenticate", body(used));
    for (AssertionAnswer answer : List.of(used, FakeAuthenticator.forged(laptop.sign(challenge())),
        laptop.sign(challenge(), 1), new FakeAuthenticator("strange", true).sign(challenge()))) {
      FakeResponse refused = world.post(PASSKEYS + "/authenticate", body(answer));
      assertThat(refused.body()).contains("\"status\":401,\"code\":\"INVALID_CREDENTIALS\"");
      assertThat(refused.headers("Set-Cookie")).isEmpty();
    }
    world.demand(AuthRequired.SSO);
    assertThat(world.post(PASSKEYS + "/authenticate", body(laptop.sign(challenge()))).body())
        .contains("\"status\":403,\"code\":\"SSO_REQUIRED\"");
  }

  @Test
  void removes_ones_own() {
    String token = registered();
    String id = get(PASSKEYS, token).body().replaceAll(".*\"items\":\\[\\{\"id\":\"([^\"]+)\".*", "$1");
    String bob = World.cookie(world.register("bob@example.com", "Babbage"));
    assertThat(Enrolled.send(world, "DELETE", PASSKEYS + "/" + id, "", bob).status()).isEqualTo(404);
    assertThat(Enrolled.send(world, "DELETE", PASSKEYS + "/nonsense", "", token).status()).isEqualTo(404);
    FakeResponse removed = Enrolled.send(world, "DELETE", PASSKEYS + "/" + id, "", token);
    assertThat(removed.body()).contains("\"success\":true");
    assertThat(get(PASSKEYS, token).status()).isEqualTo(401);
    assertThat(get(PASSKEYS, World.cookie(removed)).body()).contains("\"items\":[]");
  }

  @Test
  void has_to_be_shown_before_the_password_adds_anything_where_a_second_factor_is_demanded() {
    registered();
    world.demand(AuthRequired.MFA);
    String token = World.cookie(world.post("/api/auth/login",
        "{\"email\":\"ada@example.com\",\"password\":\"" + World.PASSWORD + "\"}"));
    for (String path : List.of(PASSKEYS + "/registration-options", "/api/auth/mfa/totp")) {
      assertThat(post(path, "", token).body()).contains("\"status\":403,\"code\":\"MFA_REQUIRED\"",
          "\"redirect\":\"/reauthenticate?with=passkey\"");
    }
    FakeResponse page = world.send(FakeRequest.get("/setup-mfa?returnTo=%2Faccount").header("Cookie", token));
    assertThat(page.header("Location"))
        .isEqualTo("https://sso.example.com/reauthenticate?with=passkey&returnTo=%2Faccount");
    assertThat(world.send(FakeRequest.get("/reauthenticate?with=passkey").header("Cookie", token)).body())
        .contains("data-passkey=\"reauthenticate\"").doesNotContain("type=\"password\"");
  }

  @Test
  void wants_a_fresh_proof_which_a_passkey_can_give() {
    String token = registered();
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(post(PASSKEYS + "/registration-options", "", token).body()).contains(
        "\"status\":403,\"code\":\"REAUTHENTICATION_REQUIRED\"", "\"redirect\":\"/reauthenticate\"");
    FakeResponse proven = post("/api/auth/reauthenticate", "{\"passkey\":" + body(laptop.sign(challenge())) + "}",
        token);
    assertThat(proven.body()).contains("\"status\":200,", "\"type\":\"passkey\"");
    assertThat(post(PASSKEYS + "/registration-options", "", World.cookie(proven)).status()).isEqualTo(200);
    String bob = World.cookie(world.register("bob@example.com", "Babbage"));
    assertThat(post("/api/auth/reauthenticate", "{\"passkey\":" + body(laptop.sign(challenge())) + "}", bob).body())
        .contains("\"status\":401,\"code\":\"INVALID_CREDENTIALS\"");
    assertThat(post("/api/auth/reauthenticate",
        "{\"password\":\"x\",\"passkey\":" + body(laptop.sign(challenge())) + "}", bob).body())
        .contains("\"pointer\":\"/passkey\",\"code\":\"ONLY_ONE\"");
  }

  @Test
  void refuses_a_registration_that_does_not_fit() {
    String token = registered();
    RegistrationAnswer known = laptop.register(offer(token));
    assertThat(post(PASSKEYS, body(known, ""), token).body()).contains("\"status\":409,\"code\":\"CONFLICT\"");
    assertThat(post(PASSKEYS, body(known, ""), token).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
  }

  private String registered() {
    return World.cookie(post(PASSKEYS, body(laptop.register(offer(cookie)), ""), cookie));
  }

  private LinkToken offer(String session) {
    return challengeIn(post(PASSKEYS + "/registration-options", "", session));
  }

  private LinkToken challenge() {
    return challengeIn(world.post(PASSKEYS + "/authentication-options", "{}"));
  }

  private static LinkToken challengeIn(FakeResponse options) {
    String written = options.body().replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
    return LinkToken.parse(new String(new Octets(written).bytes(), StandardCharsets.US_ASCII));
  }

  private static String body(RegistrationAnswer answer, String more) {
    return """
        {"id":"%1$s","rawId":"%1$s","type":"public-key","response":{"clientDataJSON":"%2$s","attestationObject":"%3$s"}%4$s}"""
        .formatted(answer.credential().base64Url(), answer.clientData().base64Url(), answer.attestation().base64Url(),
            more);
  }

  private static String body(AssertionAnswer answer) {
    return """
        {"id":"%1$s","rawId":"%1$s","type":"public-key","response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s"}}"""
        .formatted(answer.credential().base64Url(), answer.clientData().base64Url(),
            answer.authenticatorData().base64Url(), answer.signature().base64Url());
  }

  private FakeResponse post(String path, String body, String session) {
    return Enrolled.send(world, "POST", path, body, session);
  }

  private FakeResponse get(String path, String session) {
    return Enrolled.send(world, "GET", path, "", session);
  }
}
