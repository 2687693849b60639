package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every answer says to the browser, whichever path it is of and however it ends. */
@ExtendWith(TwoNodes.Extension.class)
class HeadersIT {
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
      + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; "
      + "base-uri 'none'; frame-ancestors 'none'";

  private final TwoNodes nodes;
  private final Person person;

  HeadersIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void every_answer_is_guarded_and_kept_by_nobody() {
    List<ApiClient.Answer> answers = new ArrayList<>();
    for (ApiClient client : List.of(nodes.browser(), person.browser())) {
      for (String path : List.of("/", "/sign-in", "/sign-up", "/verify-email",
          "/verify-email?challenge=01ARZ3NDEKTSV4RRFFQ69G5FAV", "/dev/mail", "/dev/mail/01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "/nowhere", "/static/nowhere.css", "/static/", "/webjars/nowhere.js", "/api", "/api/", "/api/nowhere",
          "/api/auth/me", "/api/auth/login", "/api/auth/signup", "/api/auth/email/verify", "/api/user/organizations",
          "/api/user/organizations/" + person.organization())) {
        answers.add(client.get(path));
        answers.add(client.send("HEAD", path, null, BodyPublishers.noBody()));
        answers.add(client.delete(path));
      }
      for (String path : List.of("/api/auth/signup", "/api/auth/email/verify", "/api/auth/email/resend",
          "/api/auth/login", "/nowhere", "/sign-in")) {
        answers.add(client.json("POST", path, "{\"x\":1}"));
        answers.add(client.send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString("x=1")));
      }
    }
    answers.add(person.browser().post("/api/auth/logout"));

    assertThat(answers).extracting(ApiClient.Answer::status).contains(200, 303, 400, 401, 404, 405, 415)
        .allMatch(status -> status < 500);
    assertThat(answers).allSatisfy(answer -> {
      String request = answer.response().request().toString();
      assertGuarded(request, answer);
      assertThat(answer.header("Cache-Control").orElseThrow()).as(request).startsWith("no-store");
      assertThat(answer.header("Content-Security-Policy")).as(request).hasValue(POLICY);
      assertThat(answer.body()).as(request).doesNotContain(Envelope.INTERNALS);
      if (answer.response().request().uri().getPath().startsWith("/api/")
          && !answer.response().request().method().equals("HEAD")) {
        assertThat(answer.header("Content-Type")).as(request).hasValue("application/json");
      }
    });
  }

  @Test
  void files_are_guarded_too_but_may_be_kept() {
    ApiClient.Answer own = nodes.browser().get("/static/latchkey.css");
    assertThat(own.status()).isEqualTo(200);
    assertGuarded("/static/latchkey.css", own);
    assertThat(own.header("Cache-Control")).hasValue("public, no-cache");
    assertThat(own.header("Set-Cookie")).isEmpty();
    ApiClient.Answer known = nodes.browser().header("If-None-Match", own.header("ETag").orElseThrow())
        .get("/static/latchkey.css");
    assertThat(known.status()).isEqualTo(304);
    ApiClient.Answer library = nodes.browser().get("/webjars/picocss__pico/2.1.1/css/pico.min.css");
    assertThat(library.status()).isEqualTo(200);
    assertThat(library.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
  }

  @Test
  void no_page_holds_script_or_style_of_its_own() {
    for (String path : List.of("/", "/sign-in", "/sign-up", "/nowhere", "/dev/mail",
        "/verify-email?challenge=01ARZ3NDEKTSV4RRFFQ69G5FAV")) {
      for (ApiClient client : List.of(nodes.browser(), person.browser())) {
        assertThat(client.get(path).body()).as(path).doesNotContain("<style", "style=\"", "javascript:", " onclick=",
            " onload=").doesNotContainPattern("<script(?![^>]*\\bsrc=\"/)");
      }
    }
  }

  @Test
  void a_mail_in_the_trial_mailbox_can_do_nothing() {
    String id = nodes.mailbox().awaitMailTo(person.email()).id();
    ApiClient.Answer mail = nodes.browser().get("/dev/mail/" + id + "/html");
    assertThat(mail.status()).isEqualTo(200);
    assertThat(mail.header("Content-Security-Policy").orElseThrow()).startsWith("sandbox; default-src 'none'");
    assertThat(nodes.browser().get("/dev/mail/" + id).status()).isEqualTo(200);
  }

  private static void assertGuarded(String request, ApiClient.Answer answer) {
    assertThat(answer.header("Strict-Transport-Security")).as(request).hasValue("max-age=31536000; includeSubDomains");
    assertThat(answer.header("X-Content-Type-Options")).as(request).hasValue("nosniff");
    assertThat(answer.header("Referrer-Policy")).as(request).hasValue("same-origin");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).as(request).hasValue("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).as(request).hasValue("same-origin");
    assertThat(answer.header("Permissions-Policy")).as(request).isPresent();
    assertThat(answer.header("X-Request-Id").orElseThrow()).as(request).matches("[0-9A-Z]{16}");
    for (String telltale : List.of("Server", "X-Powered-By", "$WSEP", "Access-Control-Allow-Origin", "X-AspNet-Version",
        "Via")) {
      assertThat(answer.header(telltale)).as(request + " " + telltale).isEmpty();
    }
  }
}
