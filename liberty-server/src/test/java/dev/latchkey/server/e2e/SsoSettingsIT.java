package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.organization.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organization's identity provider on the packaged server: whose it is, who may change it, and its secret. */
@ExtendWith(TwoNodes.Extension.class)
class SsoSettingsIT {
  private static final String SECRET = "winding-river-lantern-secret";
  private static final String CONNECTION = """
      {"provider":"oidc","issuerUrl":"https://login.acme.example","clientId":"latchkey","clientSecret":"%s"}"""
      .formatted(SECRET);

  private final TwoNodes nodes;
  private final Person owner;
  private final String route;

  SsoSettingsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.owner = nodes.someone();
    this.route = "/api/user/organizations/" + owner.organization() + "/settings/sso";
  }

  @Test
  void what_is_saved_on_one_node_is_read_on_the_other() {
    Envelope.assertRefused(owner.browser().get(route), 404, "NOT_FOUND");
    assertThat(put(owner.browser(), CONNECTION).status()).isEqualTo(200);
    ApiClient elsewhere = owner.browser().at(nodes.second().uri());
    assertThat(elsewhere.get(route).data().path("version").asInt()).isEqualTo(1);
    assertThat(elsewhere.get(route).data().path("redirectUri").asText())
        .isEqualTo(nodes.publicUrl() + "/api/auth/sso/callback");
    assertThat(
        elsewhere.json("PUT", route + "/callback", "{\"mode\":\"dedicated\"}").data().path("redirectUri").asText())
        .endsWith("/callback").startsWith(nodes.publicUrl() + "/api/auth/sso/").doesNotEndWith("/sso/callback");
    assertThat(owner.browser().delete(route).status()).isEqualTo(200);
    Envelope.assertRefused(elsewhere.get(route), 404, "NOT_FOUND");
    assertThat(nodes.database().texts("SELECT action || ' ' || (details ->> 'change') FROM audit_event "
        + "WHERE organization_id = ? AND action LIKE 'SSO%' ORDER BY id", owner.organization()))
        .containsExactly("SSO_CHANGED connected", "SSO_CHANGED callback", "SSO_DELETED deleted");
  }

  @Test
  void of_many_who_save_at_once_each_is_done_one_after_the_other() {
    List<Integer> statuses = Together.run(8, number -> () -> put(owner.browser().at(nodes.node(number).uri()),
        CONNECTION.replace("latchkey", "client-" + number)).status());
    assertThat(statuses).containsOnly(200);
    assertThat(owner.browser().get(route).data().path("version").asInt()).isEqualTo(8);
    assertThat(nodes.database().texts("SELECT details ->> 'version' FROM audit_event WHERE organization_id = ? "
        + "AND action = 'SSO_CHANGED' ORDER BY (details ->> 'version')::int", owner.organization()))
        .containsExactly(IntStream.rangeClosed(1, 8).mapToObj(Integer::toString).toArray(String[]::new));
  }

  @Test
  void the_secret_is_in_no_answer_no_row_and_no_log() throws IOException {
    List<ApiClient.Answer> answers = new ArrayList<>(List.of(put(owner.browser(), CONNECTION),
        put(owner.browser(), CONNECTION.replace("latchkey", "")), owner.browser().get(route),
        owner.browser().post(route + "/test"), owner.browser().get("/organizations/" + slug() + "/sso"),
        owner.browser().get("/api/user/organizations/" + owner.organization() + "/audit-events")));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.body()).doesNotContain(SECRET));
    String hex = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.US_ASCII));
    assertThat(nodes.database().everything())
        .noneMatch(row -> row != null && (row.contains(SECRET) || row.contains(hex)));
    try (Stream<Path> files = Files.walk(nodes.folder())) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        assertThat(Files.readString(log)).as(log.toString()).doesNotContain(SECRET);
      }
    }
  }

  @Test
  void admins_read_and_test_agents_do_not_and_to_others_there_is_nothing() {
    Company company = Company.on(nodes);
    company.connect();
    String theirs = "/api/user/organizations/" + company.id() + "/settings/sso";
    ApiClient admin = company.of(Role.ADMIN).browser();
    assertThat(admin.get(theirs).status()).isEqualTo(200);
    assertThat(admin.post(theirs + "/test").data().path("success").asBoolean()).isFalse();
    Envelope.assertRefused(put(admin, theirs, CONNECTION), 403, "FORBIDDEN");
    Envelope.assertRefused(admin.delete(theirs), 403, "FORBIDDEN");
    Envelope.assertRefused(company.of(Role.AGENT).browser().get(theirs), 403, "FORBIDDEN");
    Envelope.assertRefused(owner.browser().get(theirs), 404, "NOT_FOUND");
    Envelope.assertRefused(put(owner.browser(), theirs, CONNECTION), 404, "NOT_FOUND");
    Envelope.assertRefused(owner.browser().post(theirs + "/test"), 404, "NOT_FOUND");
    Envelope.assertRefused(owner.browser().delete(theirs), 404, "NOT_FOUND");
  }

  private String slug() {
    return owner.welcome().data().at("/organizations/0/slug").asText();
  }

  private ApiClient.Answer put(ApiClient browser, String body) {
    return put(browser, route, body);
  }

  private static ApiClient.Answer put(ApiClient browser, String path, String body) {
    return browser.json("PUT", path, body);
  }
}
