package dev.latchkey.adapter.web.emailchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BySso;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EmailChangeTest {
  private static final String SITE = "https://sso.example.com";
  private static final String NEW = "ada@engines.example";

  private final World world = new World();
  private final String ada = world.signedUp("ada@example.com");

  @Test
  void a_program_changes_the_address_with_the_code_from_the_new_one() {
    FakeResponse begun = start(NEW);
    assertThat(begun.status()).isEqualTo(202);
    FakeResponse done = verify(World.challengeIn(begun), world.lastCode(), ada);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("\"email\":\"" + NEW + "\"", "\"organizations\":[{");
    assertThat(done.headers("Set-Cookie")).isEmpty();
    assertThat(world.send(FakeRequest.get("/api/auth/me").header("Cookie", ada)).body()).contains(NEW);
  }

  @Test
  void the_code_opens_nothing_for_others_and_their_answer_is_that_for_a_wrong_one() {
    FakeResponse begun = start(NEW);
    String challenge = World.challengeIn(begun);
    String code = world.lastCode();
    String wrong = world.wrongCode();
    String bob = world.signedUp("bob@example.com");
    world.enrolMfa("ada@example.com");
    // The last one is Ada's own session, which owes its second factor by now.
    for (FakeResponse refused : new FakeResponse[]{verify(challenge, code, bob), verify(challenge, code, ""),
      verify("0".repeat(26), code, bob), verify(challenge, wrong, bob), verify(challenge, code, ada)}) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().replaceAll("\"requestId\":\"[^\"]+\"", "")).isEqualTo(
          "{\"success\":false,\"status\":400,\"code\":\"CODE_INVALID\","
              + "\"message\":\"The code is wrong, or it can't be used any more.\",,\"data\":null,\"errors\":[]}");
    }
    assertThat(world.user("ada@example.com")).isNotNull();
    assertThat(resend(challenge, bob).body()).contains("CODE_INVALID");
    assertThat(resend("0".repeat(26), bob).body().replaceAll("\"requestId\":\"[^\"]+\"", ""))
        .isEqualTo(resend(challenge, bob).body().replaceAll("\"requestId\":\"[^\"]+\"", ""));
  }

  @Test
  void a_program_learns_what_is_wrong_with_the_new_address() {
    assertThat(start("nothing").body()).contains("\"pointer\":\"/newEmail\",\"code\":\"MALFORMED\"");
    assertThat(start("ADA@example.com").body()).contains("\"pointer\":\"/newEmail\",\"code\":\"SAME\"");
    assertThat(world.post("/api/auth/email/change", "{\"newEmail\":\"a@b.example\"}").status()).isEqualTo(401);
  }

  @Test
  void a_known_address_gets_the_same_answer_and_another_mail() {
    world.register("bob@example.com", "Other");
    FakeResponse known = start("bob@example.com");
    assertThat(world.lastMail().subject()).isEqualTo("AddressInUse");
    FakeResponse unknown = start(NEW);
    assertThat(known.body().replace(World.challengeIn(known), ""))
        .isEqualTo(unknown.body().replace(World.challengeIn(unknown), ""));
  }

  @Test
  void an_old_proof_is_not_enough() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(start(NEW).body()).contains("\"code\":\"REAUTHENTICATION_REQUIRED\"",
        "\"redirect\":\"/reauthenticate\"");
    FakeResponse led = submit("email=ada%40engines.example");
    assertThat(led.header("Location")).isEqualTo(SITE + "/reauthenticate?returnTo=%2Faccount%2Femail");
    String typed = "__Host-latchkey-email=" + led.cookie("__Host-latchkey-email");
    assertThat(page(world.send(FakeRequest.get("/account/email").header("Cookie", ada + "; " + typed)))
        .getElementById("email").val()).isEqualTo(NEW);
  }

  @Test
  void a_person_changes_the_address_page_by_page() {
    assertThat(page(get("/account")).select("a[href=/account/email]").text()).isEqualTo("Change e-mail address");
    assertThat(page(get("/account/email")).select("dd.address").text()).isEqualTo("ada@example.com");
    FakeResponse begun = submit("email=ada%40engines.example");
    String path = begun.header("Location").substring(SITE.length());
    String cookies = ada + "; __Host-latchkey-email=" + begun.cookie("__Host-latchkey-email");
    Document asked = page(world.send(FakeRequest.get(path).header("Cookie", cookies)));
    assertThat(asked.select("h1").text()).isEqualTo("Confirm your new address");
    assertThat(asked.select("strong.address").text()).isEqualTo(NEW);
    assertThat(asked.select("ol.steps")).isEmpty();

    String challenge = path.substring(path.indexOf('=') + 1);
    FakeResponse again = world.send(FakeRequest.form("/verify-email/resend", "challengeId=" + challenge)
        .header("Cookie", cookies));
    assertThat(again.header("Location")).endsWith("&notice=codeSent");
    assertThat(again.cookie("__Host-latchkey-email")).startsWith(challenge);
    FakeResponse done = world.send(FakeRequest
        .form("/verify-email", "challengeId=" + challenge + "&code=" + world.lastCode()).header("Cookie", cookies));
    assertThat(done.header("Location")).isEqualTo(SITE + "/account?notice=emailChanged");
    assertThat(page(get("/account?notice=emailChanged")).text()).contains("Your e-mail address is changed.", NEW);

    Document over = page(world.send(FakeRequest.form("/verify-email/resend", "challengeId=" + challenge)
        .header("Cookie", cookies)));
    assertThat(over.select("h1").text()).isEqualTo("This change is over");
    assertThat(over.select("a.button").eachAttr("href")).containsExactly("/account", "/account/email");
  }

  @Test
  void a_person_sees_at_the_field_what_is_wrong_and_how_long_to_wait() {
    assertThat(page(submit("email=ada")).getElementById("email-error").text()).contains("name@example.com");
    assertThat(page(submit("email=ada%40example.com")).getElementById("email-error").text())
        .contains("your address already");
    for (int i = 0; i < 10; i++) {
      submit("email=ada" + i + "%40engines.example");
    }
    FakeResponse tooMany = submit("email=ada%40engines.example");
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.header("Retry-After")).isEqualTo("3600");
    assertThat(page(tooMany).getElementById("problem").text()).contains("try again in an hour");
    assertThat(start(NEW).status()).isEqualTo(429);
  }

  @Test
  void the_address_that_keeps_the_last_owner_in_stays() {
    FakeResponse begun = start(NEW);
    String code = world.lastCode();
    BySso.verified(world, "example.com");
    world.demand(AuthRequired.SSO);
    assertThat(start(NEW).body()).contains("\"status\":409,\"code\":\"LAST_OWNER\"");
    assertThat(verify(World.challengeIn(begun), code, ada).body())
        .contains("\"status\":409,\"code\":\"LAST_OWNER\"");
    assertThat(world.user("ada@example.com")).isNotNull();
  }

  @Test
  void a_person_reads_why_the_address_stays_before_and_after_the_code() {
    FakeResponse begun = submit("email=ada%40engines.example");
    String code = world.lastCode();
    BySso.verified(world, "example.com");
    world.demand(AuthRequired.SSO);
    FakeResponse kept = submit("email=ada%40engines.example");
    assertThat(kept.status()).isEqualTo(409);
    assertThat(page(kept).getElementById("problem").text()).contains("no owner would be left");
    assertThat(page(kept).getElementById("email").val()).isEqualTo(NEW);
    FakeResponse over = world.send(FakeRequest
        .form("/verify-email", "challengeId=" + begun.header("Location").replaceAll(".*=", "") + "&code=" + code)
        .header("Cookie", ada + "; __Host-latchkey-email=" + begun.cookie("__Host-latchkey-email")));
    assertThat(over.status()).isEqualTo(409);
    assertThat(page(over).select("h1").text()).isEqualTo("This change is over");
    assertThat(page(over).select("main").text()).contains("Your address stays as it is");
  }

  private FakeResponse start(String newEmail) {
    return post("change", "{\"newEmail\":\"" + newEmail + "\"}", ada);
  }

  private FakeResponse verify(String challenge, String code, String cookie) {
    return post("verify", """
        {"challengeId":"%s","code":"%s"}""".formatted(challenge, code), cookie);
  }

  private FakeResponse resend(String challenge, String cookie) {
    return post("resend", "{\"challengeId\":\"%s\"}".formatted(challenge), cookie);
  }

  private FakeResponse post(String step, String body, String cookie) {
    return world.send(FakeRequest.json("POST", "/api/auth/email/" + step, body).header("Cookie", cookie)
        .header("Origin", SITE));
  }

  private FakeResponse submit(String form) {
    return world.send(FakeRequest.form("/account/email", form).header("Cookie", ada));
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get(path).header("Cookie", ada));
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
