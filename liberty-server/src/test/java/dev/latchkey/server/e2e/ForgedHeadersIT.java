package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Headers say where a request claims to go and to come from; nothing that we write is made of them. */
@ExtendWith(TwoNodes.Extension.class)
class ForgedHeadersIT {
  private static final List<String> FORGED = List.of("Host: evil.example", "X-Forwarded-Host: evil.example",
      "X-Forwarded-Proto: https", "X-Forwarded-Port: 6666", "X-Forwarded-For: 203.0.113.66",
      "Forwarded: for=203.0.113.66;host=evil.example;proto=https", "X-Real-IP: 203.0.113.66",
      "X-Original-URL: /evil.example", "X-Rewrite-URL: /evil.example", "X-Host: evil.example",
      "$WSRA: 203.0.113.66", "$WSSN: evil.example", "$WSSP: 6666", "$WSSC: https",
      "X-Request-Id: 66666666-evil", "User-Agent: evil.example");

  private final TwoNodes nodes;
  private final Wire wire;

  ForgedHeadersIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.wire = new Wire(nodes.first().uri());
  }

  @Test
  void forged_headers_do_not_reach_mails() throws Exception {
    Person known = nodes.someone();
    String unknown = Person.newAddress();
    for (String email : List.of(known.email(), unknown)) {
      Wire.Reply reply = post("/api/auth/signup", "application/json",
          new ObjectMapper().writeValueAsString(Person.application(email)));
      assertThat(reply.status()).isEqualTo(202);
      assertThat(reply.headers().toString() + reply.body()).doesNotContain("evil");
    }
    TrialMailbox.Mail code = nodes.mailbox().awaitMailTo(unknown);
    TrialMailbox.Mail link = nodes.mailbox().awaitMailTo(known.email(), mail -> !mail.text().contains(known.code()));
    for (TrialMailbox.Mail mail : List.of(code, link)) {
      assertThat(mail.toString()).doesNotContain("evil", "203.0.113", "6666", "https:");
    }
    assertThat(link.text()).contains(nodes.publicUrl() + "/sign-in");
    assertThat(link.html()).contains("href=\"" + nodes.publicUrl() + "/sign-in\"");
  }

  @Test
  void forged_headers_do_not_reach_redirects_and_cookies() {
    Person person = nodes.someone();
    Wire.Reply home = forged("GET / HTTP/1.1", List.of(), "");
    assertThat(home.status()).isEqualTo(303);
    assertThat(home.header("Location")).isEqualTo(nodes.publicUrl() + "/sign-in");

    Wire.Reply signedIn = post("/sign-in", "application/x-www-form-urlencoded", "step=password&email=" + person.email()
        + "&password=" + Person.PASSWORD.replace(' ', '+') + "&returnTo=https%3A%2F%2Fevil.example%2F");
    assertThat(signedIn.status()).isEqualTo(303);
    assertThat(signedIn.header("Location")).isEqualTo(nodes.publicUrl() + "/");
    assertThat(signedIn.headers().toString()).doesNotContain("evil", "Domain=");
    assertThat(signedIn.headers()).filteredOn(header -> header.startsWith("Set-Cookie: ")).isNotEmpty()
        .allMatch(header -> header.contains("; Path=/; Secure; HttpOnly; SameSite=Lax"));
  }

  @Test
  void a_foreign_host_does_not_make_its_own_origin_ours() {
    Wire.Reply reply = forged("POST /api/auth/login HTTP/1.1",
        List.of("Origin: https://evil.example", "Content-Type: application/json", "Content-Length: 2"), "{}");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).contains("CROSS_SITE").doesNotContain("evil");
  }

  @Test
  void without_a_trusted_proxy_nobody_says_from_where_he_comes() {
    Person person = nodes.someone();
    Wire.Reply signIn = post("/api/auth/login", "application/json",
        "{\"email\":\"" + person.email() + "\",\"password\":\"" + Person.PASSWORD + "\"}");
    assertThat(signIn.status()).isEqualTo(200);
    assertThat(nodes.database().texts("SELECT DISTINCT address FROM audit_event WHERE actor_id = ?", person.id()))
        .containsExactly("127.0.0.1");
    assertThat(nodes.database().texts("SELECT DISTINCT address FROM session WHERE user_id = ?", person.id()))
        .containsExactly("127.0.0.1");
  }

  @Test
  void the_trial_mailbox_is_for_whoever_sits_at_the_machine() {
    String line = "GET /dev/mail HTTP/1.1";
    int port = nodes.first().port();
    assertThat(wire.send(line, "Host: localhost:" + port).status()).isEqualTo(200);
    assertThat(wire.send(line, "Host: 127.0.0.1:" + port).status()).isEqualTo(200);
    for (String header : List.of("Host: evil.example", "Host: localhost.evil.example:" + port,
        "Host: 127.0.0.1.nip.example", "X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1",
        "X-Forwarded-Host: localhost", "Via: 1.1 proxy", "X-Real-IP: 127.0.0.1")) {
      assertThat(wire.send(line, header).status()).as(header).isEqualTo(404);
    }
  }

  @Test
  void the_request_id_is_always_our_own() {
    assertThat(wire.send("GET /api/auth/me HTTP/1.1", "X-Request-Id: forged\u0009id").header("X-Request-Id"))
        .matches("[0-9A-Z]{16}");
  }

  private Wire.Reply post(String path, String contentType, String body) {
    return forged("POST " + path + " HTTP/1.1",
        List.of("Sec-Fetch-Site: same-origin", "Content-Type: " + contentType, "Content-Length: " + body.length()),
        body);
  }

  private Wire.Reply forged(String requestLine, List<String> honest, String body) {
    List<String> head = new ArrayList<>(List.of(requestLine));
    head.addAll(FORGED);
    head.addAll(honest);
    return wire.send(head, body.getBytes(StandardCharsets.UTF_8));
  }
}
