package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another site's page makes a browser send changes nothing, on whichever path. */
@ExtendWith(TwoNodes.Extension.class)
class CrossSiteIT {
  private final TwoNodes nodes;
  private final Wire wire;

  CrossSiteIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.wire = new Wire(nodes.first().uri());
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    // Sec-Fetch-Site, Origin, cookie, refused
    "cross-site, own, true, true", "same-site, own, true, true", "cross-site, -, false, true",
    "same-site, -, false, true", "Same-Origin, -, true, true", "nonsense, own, false, true", "'', own, false, true",
    "same-origin, own, true, false", "same-origin, -, true, false", "none, -, true, false", "none, own, true, false",
    "same-origin, https://evil.example, true, true", "none, https://evil.example, false, true",
    "-, https://evil.example, false, true", "-, null, true, true", "-, null, false, true",
    "same-origin, null, true, true",
    "-, own, true, false", "-, own, false, false", "-, own/, true, true", "-, own.evil.example, true, true",
    "-, http://localhost, true, true", "-, -, true, true", "-, -, false, false"})
  void judges_by_what_the_browser_says_about_the_page(String site, String origin, boolean cookie, boolean refused) {
    List<String> headers = new ArrayList<>();
    if (site != null) {
      headers.add("Sec-Fetch-Site: " + site);
    }
    if (origin != null) {
      headers.add("Origin: " + origin.replace("own", nodes.publicUrl()));
    }
    if (cookie) {
      headers.add("Cookie: theme=dark");
    }
    assertThat(status("POST /api/auth/login", "application/json", "{}", headers)).isEqualTo(refused ? 403 : 400);
    assertThat(status("POST /sign-in", "application/x-www-form-urlencoded", "email=ada", headers))
        .isEqualTo(refused ? 403 : 400);
    assertThat(status("POST /nowhere", "text/plain", "x", headers)).isEqualTo(refused ? 403 : 404);
    assertThat(status("POST /api/nowhere", "text/plain", "x", headers)).isEqualTo(refused ? 403 : 404);
    assertThat(status("DELETE /api/auth/login", "text/plain", "", headers)).isEqualTo(refused ? 403 : 405);
    assertThat(status("GET /sign-in", "text/plain", "", headers)).isEqualTo(200);
  }

  @Test
  void leaves_a_victim_signed_in_and_their_organization_as_it_is() {
    Person victim = nodes.someone();
    ApiClient attack = new ApiClient(nodes.first().uri()).header("Origin", "https://evil.example")
        .header("Sec-Fetch-Site", "cross-site").cookie(Person.SESSION, victim.token());

    Envelope.assertRefused(attack.post("/api/auth/logout"), 403, "CROSS_SITE");
    Envelope.assertRefused(attack.json("PATCH", "/api/user/organizations/" + victim.organization(),
        "{\"name\":\"Owned\"}"), 403, "CROSS_SITE");
    ApiClient.Answer page = attack.post("/sign-out");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");

    assertThat(victim.browser().get("/api/auth/me").data().at("/organizations/0/name").asText()).isEqualTo("Engines");
  }

  @Test
  void two_origins_or_two_sites_count_as_foreign() {
    List<String> origins = List.of("Origin: " + nodes.publicUrl(), "Origin: https://evil.example");
    List<String> sites = List.of("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site");
    assertThat(status("POST /api/auth/login", "application/json", "{}", origins)).isEqualTo(403);
    assertThat(status("POST /api/auth/login", "application/json", "{}", sites)).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void no_header_turns_a_method_into_another(String override) {
    Person person = nodes.someone();
    String organization = "/api/user/organizations/" + person.organization();
    for (String method : List.of("GET", "POST")) {
      ApiClient client = person.browser().at(nodes.first().uri()).header(override, "PATCH");
      client.json(method, organization + "?_method=PATCH", "{\"name\":\"Overridden\"}");
    }
    ApiClient reader = person.browser().at(nodes.first().uri()).header(override, "DELETE");
    assertThat(reader.get(organization).data().path("name").asText()).isEqualTo("Engines");
  }

  @ParameterizedTest
  @CsvSource({"/", "/sign-in", "/api/auth/me", "/api/auth/login", "/nowhere", "/static/latchkey.css", "/webjars/x"})
  void trace_and_options_show_nothing(String path) {
    for (String method : List.of("TRACE", "OPTIONS", "TRACK", "PROPFIND")) {
      Wire.Reply reply = wire.send(method + " " + path + " HTTP/1.1", "Cookie: __Host-latchkey=secret-of-a-victim",
          "Origin: https://evil.example", "Access-Control-Request-Method: POST");
      // Before files, TRACE is refused by the server itself, with another status.
      assertThat(reply.status()).as(method).isIn(403, 405);
      assertThat(reply.body()).doesNotContain("secret-of-a-victim").doesNotContain(Envelope.INTERNALS);
      assertThat(reply.headers()).noneMatch(header -> header.contains("Access-Control"));
    }
  }

  private int status(String request, String contentType, String body, List<String> headers) {
    List<String> head = new ArrayList<>(List.of(request + " HTTP/1.1", "Content-Type: " + contentType,
        "Content-Length: " + body.length()));
    head.addAll(headers);
    return wire.send(head, body.getBytes(StandardCharsets.UTF_8)).status();
  }
}
