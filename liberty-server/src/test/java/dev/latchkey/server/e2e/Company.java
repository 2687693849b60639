package dev.latchkey.server.e2e;

import dev.latchkey.domain.organization.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organization with one person of each role. */
record Company(TwoNodes nodes, String id, String slug, Map<Role, Person> people) {

  static Company on(TwoNodes nodes) {
    Person owner = nodes.someone();
    Company company = new Company(nodes, owner.organization(),
        owner.welcome().data().at("/organizations/0/slug").asText(), new EnumMap<>(Map.of(Role.OWNER, owner)));
    company.people.put(Role.ADMIN, company.join(Role.ADMIN));
    company.people.put(Role.AGENT, company.join(Role.AGENT));
    return company;
  }

  /** Somebody who signed up elsewhere and belongs to this organization alone now. */
  Person join(Role role) {
    Person person = nodes.someone();
    nodes.database().change(
        "UPDATE membership SET organization_id = ?, role = ?, break_glass = break_glass AND role = 'OWNER' AND ? "
            + "WHERE user_id = ?",
        id, role.name(), role == Role.OWNER, person.id());
    return person;
  }

  Person of(Role role) {
    return people.get(role);
  }

  /** The id of a new key of whoever has the least to say, which everybody here may delete. */
  String newKey() {
    return people.getOrDefault(Role.AGENT, of(Role.OWNER)).browser().post("/api/user/organizations/" + id + "/api-keys",
        Map.of("name", "Export", "scopes", List.of("members:read"))).data().path("id").asText();
  }

  /** The id of a domain that the organization claims. */
  String newDomain() {
    return of(Role.OWNER).browser().post("/api/user/organizations/" + id + "/domains",
        Map.of("domain", "d" + UUID.randomUUID() + ".example")).data().path("id").asText();
  }

  /** Sees to it that there is an identity provider. */
  void connect() {
    ApiClient.Answer answer = of(Role.OWNER).browser().json("PUT",
        "/api/user/organizations/" + id + "/settings/sso", """
            {"provider":"oidc","issuerUrl":"https://login.acme.example","clientId":"latchkey","clientSecret":"shh"}""");
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  String membershipOf(Person person) {
    return nodes.database().text("SELECT id FROM membership WHERE organization_id = ? AND user_id = ?", id,
        person.id());
  }
}
