package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organization is seen and changed by its own people only, and by those of them who may. */
@ExtendWith(TwoNodes.Extension.class)
class OrganizationIT {
  private static final String BODY = "{\"name\":\"Analytical Engines\"}";

  private final TwoNodes nodes;
  private final Person person;
  private final String path;

  OrganizationIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
    this.path = "/api/user/organizations/" + person.organization();
  }

  @Test
  void a_new_name_is_there_on_every_node_and_in_every_answer() {
    ApiClient.Answer renamed = person.browser().json("PATCH", path, "{\"name\":\"  Analytical Engines \"}");
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.data().path("name").asText()).isEqualTo("Analytical Engines");
    for (LatchkeyProcess node : List.of(nodes.first(), nodes.second())) {
      ApiClient reader = person.browser().at(node.uri());
      assertThat(reader.get(path).data()).isEqualTo(renamed.data());
      assertThat(reader.get("/api/user/organizations").data().at("/items/0")).isEqualTo(renamed.data());
      assertThat(reader.get("/api/auth/me").data().at("/organizations/0")).isEqualTo(renamed.data());
      assertThat(reader.get("/").body()).contains("Analytical Engines");
    }
    assertThat(nodes.database().text("SELECT details ->> 'to' FROM audit_event "
        + "WHERE action = 'ORGANIZATION_RENAMED' AND organization_id = ?", person.organization()))
        .isEqualTo("Analytical Engines");
  }

  @Test
  void many_new_names_at_once_are_all_taken_and_the_last_of_them_stays() {
    long version = version();
    List<Integer> statuses = Together.run(8, i -> {
      ApiClient browser = person.browser().at(nodes.node(i).uri());
      return () -> browser.json("PATCH", path, "{\"name\":\"Name " + i + "\"}").status();
    });
    assertThat(statuses).containsOnly(200);
    assertThat(version()).isEqualTo(version + 8);
    String last = nodes.database().text("SELECT details ->> 'to' FROM audit_event renaming "
        + "WHERE organization_id = ? AND action = 'ORGANIZATION_RENAMED' AND NOT EXISTS (SELECT FROM audit_event next "
        + "WHERE next.organization_id = renaming.organization_id AND next.details ->> 'from' = renaming.details ->> 'to')",
        person.organization());
    assertThat(person.browser().get(path).data().path("name").asText()).isEqualTo(last);
  }

  @Test
  void somebody_elses_organization_is_not_there() {
    ApiClient stranger = nodes.someone().browser();
    ApiClient.Answer foreign = stranger.get(path);
    Envelope.assertRefused(foreign, 404, "NOT_FOUND");
    Envelope.assertRefused(stranger.json("PATCH", path, BODY), 404, "NOT_FOUND");
    ApiClient.Answer absent = stranger.get("/api/user/organizations/01ARZ3NDEKTSV4RRFFQ69G5FAV");
    assertThat(Envelope.comparable(absent)).isEqualTo(Envelope.comparable(foreign));
    assertThat(person.browser().get(path).data().path("name").asText()).isEqualTo("Engines");
  }

  @Test
  void what_is_no_id_names_nothing() {
    for (String id : List.of("1", "me", person.organization().toLowerCase(Locale.ROOT),
        person.organization() + "0", "%27%20OR%201%3D1", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", person.id(), "engines")) {
      Envelope.assertRefused(person.browser().get("/api/user/organizations/" + id), 404, "NOT_FOUND");
      Envelope.assertRefused(person.browser().json("PATCH", "/api/user/organizations/" + id, BODY), 404, "NOT_FOUND");
    }
  }

  @Test
  void without_a_session_nothing_is_told_at_all() {
    for (String each : List.of(path, "/api/user/organizations", "/api/user/organizations/x", "/api/auth/me")) {
      Envelope.assertRefused(nodes.browser().get(each), 401, "UNAUTHENTICATED");
    }
    Envelope.assertRefused(nodes.browser().json("PATCH", path, BODY), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(nodes.browser().post("/api/auth/logout"), 401, "UNAUTHENTICATED");
  }

  @Test
  void agents_may_look_but_not_rename() {
    become("AGENT");
    assertThat(person.browser().get(path).data().path("role").asText()).isEqualTo("agent");
    Envelope.assertRefused(person.browser().json("PATCH", path, BODY), 403, "FORBIDDEN");
    assertThat(person.browser().get(path).data().path("name").asText()).isEqualTo("Engines");
    become("ADMIN");
    assertThat(person.browser().json("PATCH", path, BODY).status()).isEqualTo(200);
  }

  @Test
  void whoever_is_pending_or_deactivated_finds_nothing() {
    for (String status : List.of("PENDING", "DEACTIVATED")) {
      nodes.database().change("UPDATE membership SET status = ? WHERE user_id = ?", status, person.id());
      Envelope.assertRefused(person.browser().get(path), 404, "NOT_FOUND");
      Envelope.assertRefused(person.browser().json("PATCH", path, BODY), 404, "NOT_FOUND");
      assertThat(person.browser().get("/api/auth/me").data().path("organizations")).isEmpty();
    }
  }

  @Test
  void routes_refuse_methods_that_they_do_not_have() {
    ApiClient.Answer answer = person.browser().delete(path);
    Envelope.assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow").orElseThrow().split(", *")).contains("GET", "PATCH").doesNotContain("DELETE");
    Envelope.assertRefused(person.browser().get("/api/auth/login"), 405, "METHOD_NOT_ALLOWED");
    Envelope.assertRefused(person.browser().get("/api/nowhere"), 404, "NOT_FOUND");
  }

  private long version() {
    return nodes.database().number("SELECT version FROM organization WHERE id = ?", person.organization());
  }

  private void become(String role) {
    nodes.database().change("UPDATE membership SET role = ?, break_glass = false WHERE user_id = ?", role, person.id());
  }
}
