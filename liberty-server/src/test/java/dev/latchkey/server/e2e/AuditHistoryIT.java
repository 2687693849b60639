package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Owners and admins read what happened in their organization and to the accounts of its members; nobody else does. */
@ExtendWith(TwoNodes.Extension.class)
class AuditHistoryIT {
  private final TwoNodes nodes;
  private final Person ada;
  private final String events;

  AuditHistoryIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.ada = nodes.someone();
    this.events = "/api/user/organizations/" + ada.organization() + "/audit-events";
  }

  @Test
  void a_refused_sign_in_tells_why_on_every_node() {
    ApiClient.Answer refused = Person.signIn(nodes.browserAt(nodes.second()), ada.email(), "not my password at all");
    for (LatchkeyProcess node : List.of(nodes.first(), nodes.second())) {
      JsonNode newest = ada.browser().at(node.uri()).get(events).data().at("/items/0");
      assertThat(newest.fieldNames()).toIterable().containsExactly("id", "at", "action", "outcome", "actor", "address",
          "device", "requestId", "chain", "details");
      assertThat(newest.path("action").asText()).isEqualTo("SIGN_IN");
      assertThat(newest.path("outcome").asText()).isEqualTo("refused");
      assertThat(newest.at("/actor/email").asText()).isEqualTo(ada.email());
      assertThat(newest.path("requestId").asText()).isEqualTo(refused.header("X-Request-Id").orElseThrow());
      assertThat(newest.path("chain")).extracting(rule -> rule.path("rule").asText() + " "
          + rule.path("result").asText()).containsExactly("address-known passed", "password-set passed",
              "password-matches failed");
    }
  }

  @Test
  void the_history_goes_back_part_by_part_and_each_fact_is_there_once() {
    for (int i = 0; i < 5; i++) {
      Person.signIn(nodes.browserAt(nodes.node(i)), ada.email(), Person.PASSWORD);
    }
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part = ada.browser().get(events + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).data();
      part.path("items").forEach(item -> ids.add(item.path("id").asText()));
      cursor = part.path("nextCursor").asText("null");
    } while (!cursor.equals("null"));
    assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a)).hasSizeGreaterThan(5)
        .isEqualTo(StreamSupport.stream(ada.browser().get(events).data().path("items").spliterator(), false)
            .map(item -> item.path("id").asText()).toList());
    Envelope.assertRefused(ada.browser().get(events + "?cursor=AAAA"), 400, "VALIDATION_FAILED");
  }

  @Test
  void other_organizations_and_lesser_roles_see_nothing_of_it() {
    Person eve = nodes.someone();
    Envelope.assertRefused(eve.browser().get(events), 404, "NOT_FOUND");
    assertThat(eve.browser().get("/api/user/organizations/" + eve.organization() + "/audit-events").body())
        .doesNotContain(ada.email(), ada.organization());
    // Of somebody who is in both, each sees the sign-ins and nothing of what happens in the other.
    nodes.database().change("INSERT INTO membership (organization_id, user_id, id, role, status, source, break_glass, "
        + "created_at, version) VALUES (?, ?, ?, 'AGENT', 'ACTIVE', 'MANUAL', false, now(), 1)", ada.organization(),
        eve.id(), eve.id());
    Person.signIn(nodes.browser(), eve.email(), Person.PASSWORD);
    eve.browser().json("PATCH", "/api/user/organizations/" + eve.organization(), "{\"name\":\"Secret plans\"}");
    ApiClient.Answer seen = ada.browser().get(events + "?actor=" + eve.email());
    assertThat(seen.data().path("items")).extracting(item -> item.path("action").asText()).containsOnly("SIGN_IN");
    assertThat(seen.body()).doesNotContain("Secret plans", eve.organization());
    Envelope.assertRefused(eve.browser().get(events), 403, "FORBIDDEN");

    String key = ada.browser().post("/api/user/organizations/" + ada.organization() + "/api-keys",
        Map.of("name", "Export", "scopes", List.of("audit:read"))).data().path("key").asText();
    ApiClient program = new ApiClient(nodes.second().uri()).header("X-Api-Key", key);
    assertThat(program.get(events + "?limit=1").data().at("/items/0/action").asText()).isEqualTo("API_KEY_CREATED");
  }
}
