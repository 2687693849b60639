package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.adapter.directory.dns.TestNameServer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Domains on the packaged server, which asks a name server of ours over the network; time passes by ageing rows. */
@ExtendWith(TwoNodes.Extension.class)
class DomainsIT {
  private final TwoNodes nodes;
  private final TestNameServer names;
  private final Person owner;
  private final String domain = "d" + UUID.randomUUID() + ".example";

  DomainsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.names = nodes.names();
    this.owner = nodes.someone();
  }

  @Test
  void a_domain_is_verified_by_what_the_dns_says_now() {
    JsonNode claim = claim(owner);
    String name = claim.at("/txtRecord/name").asText();
    assertThat(finding(owner, claim)).isEqualTo("409 DOMAIN_NOT_VERIFIED NO_RECORD");
    names.text(name, "v=spf1 -all");
    assertThat(finding(owner, claim)).isEqualTo("409 DOMAIN_NOT_VERIFIED OTHER_VALUE");
    JsonNode theirs = claim(nodes.someone());
    names.text(name, theirs.at("/txtRecord/value").asText());
    assertThat(finding(owner, claim)).isEqualTo("409 DOMAIN_NOT_VERIFIED OTHER_CLAIM");
    names.forget(name);
    names.fail(name);
    assertThat(finding(owner, claim)).isEqualTo("503 UNAVAILABLE ");
    names.silence(name);
    assertThat(finding(owner, claim)).isEqualTo("503 UNAVAILABLE ");

    names.forget(name);
    names.alias(name, "proofs." + domain);
    String value = claim.at("/txtRecord/value").asText();
    names.text("proofs." + domain, "another one");
    names.text("proofs." + domain, value.substring(0, 10), value.substring(10));
    ApiClient.Answer verified = verify(owner, claim);
    assertThat(verified.status()).as(verified.body()).isEqualTo(200);
    assertThat(verified.data().path("status").asText()).isEqualTo("verified");
  }

  @Test
  void one_organization_has_a_domain_until_its_proof_has_been_gone_for_a_week() {
    JsonNode mine = verified(owner);
    Person other = nodes.someone();
    JsonNode theirs = claim(other);
    names.publish(theirs.at("/txtRecord/name").asText(), theirs.at("/txtRecord/value").asText());
    assertThat(finding(other, theirs)).isEqualTo("409 DOMAIN_TAKEN ");

    due();
    Await.until("the lapse", Duration.ofSeconds(60), () -> status(mine).equals("lapsed"));
    assertThat(nodes.mailbox().awaitMailTo(owner.email(), mail -> mail.subject().contains(domain)).text())
        .contains("Put the record back before");
    assertThat(finding(other, theirs)).isEqualTo("409 DOMAIN_TAKEN ");

    nodes.database().change("UPDATE domain_claim SET lapsed_at = now() - interval '8 days' WHERE id = ?",
        mine.path("id").asText());
    assertThat(verify(other, theirs).status()).isEqualTo(200);
    assertThat(status(mine)).isEqualTo("pending");
    ApiClient.Answer history = owner.browser()
        .get("/api/user/organizations/" + owner.organization() + "/audit-events");
    assertThat(history.body()).contains("DOMAIN_LAPSED", "DOMAIN_LOST").doesNotContain(other.organization());
  }

  @Test
  void a_name_server_that_fails_takes_nothing_away() {
    JsonNode mine = verified(owner);
    String name = mine.at("/txtRecord/name").asText();
    names.forget(name);
    names.fail(name);
    int before = names.questions().size();
    due();
    Await.until("the question", Duration.ofSeconds(60), () -> names.questions().stream().skip(before)
        .anyMatch(question -> question.contains(name)));
    Await.until("the next check", Duration.ofSeconds(60), () -> nodes.database()
        .text("SELECT next_check_at > now() FROM domain_claim WHERE id = ?", mine.path("id").asText()).equals("t"));
    assertThat(status(mine)).isEqualTo("verified");
  }

  @Test
  void whoever_proves_an_address_there_waits_and_comes_in_by_approval() {
    JsonNode claim = verified(owner);
    assertThat(owner.browser().json("PUT", path(owner, claim) + "/settings",
        "{\"autoJoin\":\"approval\",\"ssoRedirect\":true}").status()).isEqualTo(200);
    String email = "bob@" + domain;
    ApiClient bob = nodes.browser();
    String challenge = bob.post("/api/auth/signup",
        Map.of("email", email, "name", "Bob Miller", "password", Person.PASSWORD)).data().path("challengeId").asText();
    assertThat(Person.verify(bob, challenge, nodes.mailbox().awaitMailTo(email).code()).data().path("organizations"))
        .isEmpty();
    String members = "/api/user/organizations/" + owner.organization() + "/members";
    JsonNode waiting = owner.browser().get(members + "?status=pending").data().at("/items/0");
    assertThat(waiting.path("email").asText()).isEqualTo(email);
    assertThat(waiting.path("source").asText()).isEqualTo("autojoin");

    ApiClient.Answer approved = owner.browser().post(members + "/" + waiting.path("id").asText() + "/approve");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    nodes.mailbox().awaitMailTo(email, mail -> mail.subject().contains("You’re a member of"));
    assertThat(bob.get("/api/auth/me").data().at("/organizations/0/id").asText()).isEqualTo(owner.organization());
    Envelope.assertRefused(owner.browser().post(members + "/" + waiting.path("id").asText() + "/reject"), 409,
        "CONFLICT");
  }

  /** Makes the next check of everything of this test's domain due. */
  private void due() {
    nodes.database().change("UPDATE domain_claim SET next_check_at = now() - interval '1 second' "
        + "WHERE domain = ? AND verified_at IS NOT NULL", domain);
    nodes.database().change("UPDATE job_lease SET held_until = now() WHERE job = 'domain-check'");
  }

  private JsonNode verified(Person person) {
    JsonNode claim = claim(person);
    names.publish(claim.at("/txtRecord/name").asText(), claim.at("/txtRecord/value").asText());
    assertThat(verify(person, claim).status()).isEqualTo(200);
    return claim;
  }

  private JsonNode claim(Person person) {
    ApiClient.Answer claimed = person.browser()
        .post("/api/user/organizations/" + person.organization() + "/domains", Map.of("domain", domain));
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
    return claimed.data();
  }

  private String status(JsonNode claim) {
    return owner.browser().get(path(owner, claim)).data().path("status").asText();
  }

  private static ApiClient.Answer verify(Person person, JsonNode claim) {
    return person.browser().post(path(person, claim) + "/verify");
  }

  /** The status, the code, and in which way the record isn't there. */
  private static String finding(Person person, JsonNode claim) {
    ApiClient.Answer answer = verify(person, claim);
    return answer.status() + " " + answer.code() + " " + answer.json().at("/errors/0/code").asText();
  }

  private static String path(Person person, JsonNode claim) {
    return "/api/user/organizations/" + person.organization() + "/domains/" + claim.path("id").asText();
  }
}
