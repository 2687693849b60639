package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.domain.organization.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members are managed at one node and what comes of it holds at the other. */
@ExtendWith(TwoNodes.Extension.class)
class MembersIT {
  private final TwoNodes nodes;
  private final Company company;
  private final String path;
  private final ApiClient owner;

  MembersIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.company = Company.on(nodes);
    this.path = "/api/user/organizations/" + company.id() + "/members";
    this.owner = company.of(Role.OWNER).browser();
  }

  @Test
  void a_deactivated_member_is_out_on_the_other_node_at_once_and_in_again_later() {
    Person agent = company.of(Role.AGENT);
    ApiClient elsewhere = agent.browser().at(nodes.second().uri());
    assertThat(elsewhere.get("/api/user/organizations/" + company.id()).status()).isEqualTo(200);
    String member = path + "/" + company.membershipOf(agent);
    assertThat(patch(member, "{\"status\":\"deactivated\"}").status()).isEqualTo(200);
    Envelope.assertRefused(elsewhere.get("/api/user/organizations/" + company.id()), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(Person.signIn(nodes.browserAt(nodes.second()), agent.email(), Person.PASSWORD), 401,
        "INVALID_CREDENTIALS");
    assertThat(patch(member, "{\"status\":\"active\"}").data().path("role").asText()).isEqualTo("agent");
    assertThat(Person.signIn(nodes.browserAt(nodes.second()), agent.email(), Person.PASSWORD).status())
        .isEqualTo(200);
  }

  @Test
  void a_removed_member_keeps_what_they_have_elsewhere() {
    Person agent = company.of(Role.AGENT);
    Company other = Company.on(nodes);
    Person guest = other.join(Role.ADMIN);
    nodes.database().change("UPDATE membership SET user_id = ? WHERE user_id = ?", agent.id(), guest.id());
    assertThat(owner.delete(path + "/" + company.membershipOf(agent)).status()).isEqualTo(200);
    ApiClient elsewhere = agent.browser().at(nodes.second().uri());
    assertThat(elsewhere.get("/api/user/organizations/" + other.id()).data().path("role").asText())
        .isEqualTo("admin");
    Envelope.assertRefused(elsewhere.get("/api/user/organizations/" + company.id()), 404, "NOT_FOUND");
    assertThat(nodes.database().number("SELECT count(*) FROM membership_removal WHERE organization_id = ? "
        + "AND user_id = ?", company.id(), agent.id())).isEqualTo(1);
  }

  @Test
  void of_two_owners_who_attack_each_other_on_two_nodes_one_stays() {
    Person second = company.join(Role.OWNER);
    List<Person> owners = List.of(company.of(Role.OWNER), second);
    for (String attack : List.of("{\"role\":\"agent\"}", "{\"status\":\"deactivated\"}")) {
      List<ApiClient.Answer> answers = Together.run(16, i -> {
        ApiClient browser = owners.get(i % 2).browser().at(nodes.node(i / 2).uri());
        String victim = path + "/" + company.membershipOf(owners.get((i + 1) % 2));
        return () -> browser.json("PATCH", victim, attack);
      });
      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 401, 403, 404, 409));
      assertThat(activeOwners()).as(attack).isEqualTo(1);
      nodes.database().change("UPDATE membership SET role = 'OWNER', status = 'ACTIVE' WHERE user_id IN (?, ?)",
          owners.get(0).id(), owners.get(1).id());
      owners.forEach(it -> assertThat(Person.signIn(it.browser(), it.email(), Person.PASSWORD).status())
          .isEqualTo(200));
    }
  }

  @Test
  void of_two_owners_who_step_down_at_once_on_two_nodes_one_stays() {
    List<Person> owners = List.of(company.of(Role.OWNER), company.join(Role.OWNER));
    List<ApiClient.Answer> answers = Together.run(16, i -> {
      ApiClient browser = owners.get(i % 2).browser().at(nodes.node(i / 2).uri());
      String own = path + "/" + company.membershipOf(owners.get(i % 2));
      return () -> browser.json("PATCH", own, "{\"role\":\"admin\"}");
    });
    assertThat(answers).filteredOn(answer -> answer.status() == 409)
        .isNotEmpty().allSatisfy(answer -> assertThat(answer.code()).isEqualTo("LAST_OWNER"));
    assertThat(activeOwners()).isEqualTo(1);
  }

  @Test
  void a_member_added_by_hand_is_found_by_filter_and_search_and_told_once() {
    String email = Person.newAddress();
    Map<String, String> bob = Map.of("email", email, "name", "Bob Miller", "role", "admin", "contactEmail",
        "bob@home.example");
    JsonNode added = owner.post(path, bob).data();
    assertThat(added.path("contactEmail").asText()).isEqualTo("bob@home.example");
    ApiClient second = owner.at(nodes.second().uri());
    assertThat(second.get(path + "/" + added.path("id").asText()).data()).isEqualTo(added);
    assertThat(second.get(path + "?source=manual").data().path("items")).containsExactly(added);
    assertThat(second.get(path + "?text=HOME.example&role=admin&status=active").data().path("items"))
        .containsExactly(added);
    assertThat(second.get(path + "?text=nobody").data().path("items")).isEmpty();
    List<ApiClient.Answer> again = Together.run(8, i -> {
      ApiClient browser = owner.at(nodes.node(i).uri());
      Map<String, String> dora = Map.of("email", "dora-" + email, "name", "Dora", "role", "agent");
      return () -> browser.post(path, dora);
    });
    assertThat(again).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(again).filteredOn(answer -> answer.status() == 409).hasSize(7);
  }

  private long activeOwners() {
    return nodes.database().number("SELECT count(*) FROM membership WHERE organization_id = ? AND role = 'OWNER' "
        + "AND status = 'ACTIVE'", company.id());
  }

  private ApiClient.Answer patch(String member, String body) {
    return owner.json("PATCH", member, body);
  }
}
