package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session is its cookie, exactly as it was given out, and only for as long as nobody signed out. */
@ExtendWith(TwoNodes.Extension.class)
class SessionIT {
  private static final String ME = "/api/auth/me";

  private final TwoNodes nodes;

  SessionIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @Test
  void a_cookie_is_worthless_on_every_node_at_once_after_signing_out() {
    Person person = nodes.someone();
    ApiClient thief = person.browser().at(nodes.second().uri());
    assertThat(thief.get(ME).status()).isEqualTo(200);

    ApiClient.Answer goodbye = person.browser().post("/api/auth/logout");

    Envelope.assertRefused(thief.get(ME), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(thief.at(nodes.first().uri()).get(ME), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(thief.get("/api/user/organizations"), 401, "UNAUTHENTICATED");
    assertThat(thief.get("/").header("Location")).hasValue(nodes.publicUrl() + "/sign-in");
    assertThat(goodbye.response().headers().allValues("Set-Cookie"))
        .containsExactly("__Host-latchkey=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
    assertThat(goodbye.json().toString()).isEqualTo("{\"success\":true,\"status\":200,\"code\":\"OK\","
        + "\"message\":\"You are signed out.\",\"data\":{\"redirect\":null}}");
  }

  @Test
  void signing_out_by_the_page_works_as_well() {
    Person person = nodes.someone();
    ApiClient thief = person.browser().at(nodes.second().uri());
    assertThat(person.browser().post("/sign-out").status()).isEqualTo(303);
    Envelope.assertRefused(thief.get(ME), 401, "UNAUTHENTICATED");
  }

  @Test
  void each_sign_in_brings_a_new_cookie_and_leaves_the_other_sessions_alone() {
    Person person = nodes.someone();
    ApiClient other = nodes.browserAt(nodes.second());
    ApiClient.Answer first = Person.signIn(other, person.email(), Person.PASSWORD);
    String firstToken = Person.token(other);
    Person.signIn(other, person.email(), Person.PASSWORD);

    assertThat(List.of(person.token(), firstToken, Person.token(other))).doesNotHaveDuplicates();
    assertThat(person.browser().get(ME).status()).isEqualTo(200);
    assertThat(first.response().headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.matches(
            "__Host-latchkey=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax"))
        .anyMatch(cookie -> cookie.matches("__Host-latchkey-browser=[A-Za-z0-9_-]{43}; Max-Age=34560000; Path=/; "
            + "Secure; HttpOnly; SameSite=Lax"))
        .hasSize(2);
  }

  @Test
  void a_cookie_that_was_planted_before_signing_in_is_not_taken_over() {
    Person person = nodes.someone();
    String planted = "A".repeat(43);
    ApiClient victim = nodes.browser().cookie(Person.SESSION, planted);
    assertThat(Person.signIn(victim, person.email(), Person.PASSWORD).status()).isEqualTo(200);
    assertThat(Person.token(victim)).isNotEqualTo(planted);
    Envelope.assertRefused(nodes.browser().cookie(Person.SESSION, planted).get(ME), 401, "UNAUTHENTICATED");
  }

  @Test
  void a_cookie_of_another_form_is_no_cookie() {
    String token = nodes.someone().token();
    for (String form : List.of("", "%s=", "=%s", "%sA", "A%s", "%%22%s%%22", "\"%s\"", "%s%%00", "%s.%s", "null",
        "%s,%s", "$Version=1", "../%s", "Bearer %s")) {
      assertThat(statusWith("Cookie: __Host-latchkey=" + form.formatted(token, token))).as(form).isEqualTo(401);
    }
    for (String header : List.of("Cookie: __Host-latchkey=" + token.substring(1),
        "Cookie: __Host-latchkey=" + token.toUpperCase(Locale.ROOT), "Cookie: __host-latchkey=" + token,
        "Cookie: latchkey=" + token, "Cookie: __Host-latchkey-browser=" + token, "Authorization: Bearer " + token,
        "X-Api-Key: " + token)) {
      assertThat(statusWith(header)).as(header).isEqualTo(401);
    }
    assertThat(nodes.browser().get(ME + "?__Host-latchkey=" + token).status()).isEqualTo(401);
    assertThat(statusWith("Cookie: __Host-latchkey=" + token)).isEqualTo(200);
  }

  /** Else a neighbour, who can set cookies for our host but none of this prefix, could sign people in as himself. */
  @Test
  void a_cookie_inside_the_value_of_another_is_no_cookie() {
    String cookie = "__Host-latchkey=" + nodes.someone().token();
    assertThat(statusWith("Cookie: theme=dark," + cookie)).isEqualTo(401);
    assertThat(statusWith("Cookie: theme=\"dark, " + cookie + "\"")).isEqualTo(401);
    assertThat(statusWith("Cookie: $Version=1, " + cookie)).isEqualTo(401);
    assertThat(statusWith("Cookie: theme=dark; " + cookie)).isEqualTo(200);
  }

  @Test
  void of_two_cookies_of_one_name_none_counts() {
    String token = nodes.someone().token();
    String cookie = "__Host-latchkey=" + token;
    assertThat(statusWith("Cookie: " + cookie + "; " + cookie)).isEqualTo(401);
    assertThat(statusWith("Cookie: " + cookie, "Cookie: " + cookie)).isEqualTo(401);
    assertThat(statusWith("Cookie: __Host-latchkey=x; " + cookie)).isEqualTo(401);
  }

  private int statusWith(String... headers) {
    String[] head = new String[headers.length + 1];
    head[0] = "GET " + ME + " HTTP/1.1";
    System.arraycopy(headers, 0, head, 1, headers.length);
    return new Wire(nodes.second().uri()).send(head).status();
  }
}
