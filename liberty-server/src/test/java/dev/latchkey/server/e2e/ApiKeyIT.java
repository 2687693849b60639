package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs come in with a key, on every node, for as long and as far as the key and its creator may. */
@ExtendWith(TwoNodes.Extension.class)
class ApiKeyIT {
  private static final String HEADER = "X-Api-Key";

  private final TwoNodes nodes;
  private final Person ada;
  private final String acme;
  private final String keys;

  ApiKeyIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.ada = nodes.someone();
    this.acme = "/api/user/organizations/" + ada.organization();
    this.keys = acme + "/api-keys";
  }

  @Test
  void a_key_made_on_one_node_opens_the_other_until_it_is_deleted() {
    ApiClient.Answer made = create(ada, Map.of("name", "Nightly", "scopes", List.of("organization:read")));
    String key = made.data().path("key").asText();
    assertThat(made.status()).isEqualTo(201);
    assertThat(key).matches("lk_[a-z2-7]{39}");
    for (LatchkeyProcess node : List.of(nodes.first(), nodes.second())) {
      assertThat(program(node, key).get(acme).data().path("name").asText()).isEqualTo("Engines");
      assertThat(program(node, key).get("/api/user/organizations").data().path("items")).hasSize(1);
    }
    assertThat(nodes.database().number("SELECT count(*) FROM api_key WHERE id = ? AND last_used_at IS NOT NULL",
        made.data().path("id").asText())).isEqualTo(1);
    ApiClient.Answer list = ada.browser().at(nodes.second().uri()).get(keys);
    assertThat(list.data().at("/items/0/name").asText()).isEqualTo("Nightly");
    assertThat(list.body()).doesNotContain(key);

    assertThat(ada.browser().delete(keys + "/" + made.data().path("id").asText()).status()).isEqualTo(200);
    assertRefused(program(nodes.second(), key).get(acme));
    assertRefused(program(nodes.first(), key).get(acme));
    assertThat(nodes.database().texts("SELECT action FROM audit_event WHERE organization_id = ? "
        + "AND action LIKE 'API_KEY%' ORDER BY id", ada.organization()))
        .containsExactly("API_KEY_CREATED", "API_KEY_DELETED");
  }

  @Test
  void a_key_ends_and_shrinks_with_its_creator_and_is_no_use_elsewhere() {
    Person bob = nodes.someone();
    nodes.database().change("INSERT INTO membership (organization_id, user_id, id, role, status, source, break_glass, "
        + "created_at, version) VALUES (?, ?, ?, 'ADMIN', 'ACTIVE', 'MANUAL', false, now(), 1)", ada.organization(),
        bob.id(), bob.id());
    String key = create(bob, Map.of("name", "Bobs", "scopes", List.of("organization:read", "organization:write")))
        .data().path("key").asText();
    ApiClient program = program(nodes.second(), key);
    assertThat(program.json("PATCH", acme, "{\"name\":\"Engines\"}").status()).isEqualTo(200);
    Envelope.assertRefused(program.get("/api/user/organizations/" + bob.organization()), 404, "NOT_FOUND");
    Envelope.assertRefused(program.get(keys), 403, "FORBIDDEN");

    change(bob, "role = 'AGENT'");
    Envelope.assertRefused(program.json("PATCH", acme, "{\"name\":\"Mine\"}"), 403, "FORBIDDEN");
    assertThat(program.get(acme).status()).isEqualTo(200);
    change(bob, "status = 'DEACTIVATED'");
    assertRefused(program.get(acme));
    assertRefused(program(nodes.first(), key).get(acme));
    change(bob, "status = 'ACTIVE'");
    assertThat(program.get(acme).status()).isEqualTo(200);
    nodes.database().change("DELETE FROM membership WHERE organization_id = ? AND user_id = ?", ada.organization(),
        bob.id());
    assertRefused(program.get(acme));
    assertThat(nodes.database().number("SELECT count(*) FROM api_key WHERE creator_id = ?", bob.id())).isZero();
  }

  @Test
  void a_key_is_worth_nothing_when_it_has_expired_or_comes_from_elsewhere() {
    ApiClient.Answer made = create(ada, Map.of("name", "Old", "scopes", List.of("organization:read")));
    ApiClient program = program(nodes.first(), made.data().path("key").asText());
    assertThat(program.get(acme).status()).isEqualTo(200);
    nodes.database().change("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = ?",
        made.data().path("id").asText());
    assertRefused(program.get(acme));
    assertRefused(program.at(nodes.second().uri()).get(acme));
    assertThat(nodes.database().number("SELECT count(*) FROM audit_event WHERE action = 'API_KEY_REFUSED' "
        + "AND details ->> 'key' = ?", made.data().path("id").asText())).isEqualTo(1);

    String pinned = create(ada, Map.of("name", "Pinned", "scopes", List.of("organization:read"), "allowedIps",
        List.of("203.0.113.0/24"))).data().path("key").asText();
    assertRefused(program(nodes.first(), pinned).get(acme));
    // No proxy is trusted here, so nobody's word is taken for where a request comes from.
    assertRefused(program(nodes.first(), pinned).header("X-Forwarded-For", "203.0.113.5").get(acme));
    assertRefused(program(nodes.first(), pinned).header("Forwarded", "for=203.0.113.5").get(acme));
    String here = create(ada, Map.of("name", "Here", "scopes", List.of("organization:read"), "allowedIps",
        List.of("127.0.0.0/8", "::1"))).data().path("key").asText();
    assertThat(program(nodes.first(), here).get(acme).status()).isEqualTo(200);
  }

  @Test
  void a_stolen_row_is_no_key_and_a_key_in_an_address_is_none_either() {
    ApiClient.Answer made = create(ada, Map.of("name", "Nightly", "scopes", List.of("organization:read")));
    String key = made.data().path("key").asText();
    List<String> stolen = nodes.database().texts("SELECT encode(key_hash, 'hex') FROM api_key WHERE id = ? UNION ALL "
        + "SELECT encode(key_hash, 'base64') FROM api_key WHERE id = ? UNION ALL SELECT id FROM api_key WHERE id = ?",
        made.data().path("id").asText(), made.data().path("id").asText(), made.data().path("id").asText());
    for (String row : stolen) {
      assertRefused(program(nodes.first(), row).get(acme));
      assertRefused(program(nodes.first(), "lk_" + row).get(acme));
    }
    assertThat(nodes.database().everything()).noneMatch(row -> row != null && row.contains(key));
    for (String name : List.of("X-Api-Key", "apiKey", "api_key", "key")) {
      Envelope.assertRefused(new ApiClient(nodes.first().uri()).get(acme + "?" + name + "=" + key), 401,
          "UNAUTHENTICATED");
    }
    Envelope.assertRefused(ada.browser().at(nodes.first().uri()).header(HEADER, key).get(acme), 400, "BAD_REQUEST");
    Envelope.assertRefused(program(nodes.first(), key).get("/api/auth/me"), 401, "UNAUTHENTICATED");
  }

  @Test
  void no_more_keys_are_made_than_there_is_room_for_however_many_are_asked_for_at_once() {
    for (int i = 0; i < 17; i++) {
      assertThat(create(ada, Map.of("name", "Key " + i, "scopes", List.of("members:read"))).status()).isEqualTo(201);
    }
    List<Integer> statuses = Together.run(8, i -> {
      ApiClient browser = ada.browser().at(nodes.node(i).uri());
      return () -> browser.post(keys, Map.of("name", "Late", "scopes", List.of("members:read"))).status();
    });
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
  }

  private ApiClient.Answer create(Person creator, Map<String, Object> body) {
    return creator.browser().post(keys, body);
  }

  private ApiClient program(LatchkeyProcess node, String key) {
    return new ApiClient(node.uri()).header(HEADER, key);
  }

  private void change(Person member, String set) {
    nodes.database().change("UPDATE membership SET " + set + " WHERE organization_id = ? AND user_id = ?",
        ada.organization(), member.id());
  }

  private static void assertRefused(ApiClient.Answer answer) {
    Envelope.assertRefused(answer, 401, "UNAUTHENTICATED");
  }
}
