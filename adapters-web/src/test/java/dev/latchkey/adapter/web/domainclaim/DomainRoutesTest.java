package dev.latchkey.adapter.web.domainclaim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BySso;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainRoutesTest {
  private static final String NAME = "_latchkey.acme.example";

  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");
  private final String domains = "/api/user/organizations/" + organization("acme") + "/domains";

  @Test
  void claims_lists_verifies_changes_and_removes_a_domain() {
    FakeResponse added = send("POST", domains, "{\"domain\":\"Acme.example\"}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body()).contains("\"domain\":\"acme.example\"", "\"status\":\"pending\"",
        "\"name\":\"_latchkey.acme.example\"", "\"value\":\"latchkey-verification=", "\"settings\":null");
    String path = domains + "/" + field("id", added);
    world.dns.publish(NAME, "v=spf1 -all", field("value", added));
    FakeResponse verified = send("POST", path + "/verify", "");
    assertThat(verified.status()).as(verified.body()).isEqualTo(200);
    assertThat(verified.body()).contains("\"status\":\"verified\"", "\"autoJoin\":\"off\"", "\"ssoRedirect\":true");
    assertThat(send("PUT", path + "/settings", "{\"autoJoin\":\"approval\",\"ssoRedirect\":false}").body())
        .contains("\"autoJoin\":\"approval\"", "\"ssoRedirect\":false");
    assertThat(send("GET", domains, "").body()).contains("\"items\":[{", "\"autoJoin\":\"approval\"");
    assertThat(send("DELETE", path, "").status()).isEqualTo(200);
    assertThat(send("GET", path, "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"com, 422, PUBLIC_SUFFIX", "co.uk, 422, PUBLIC_SUFFIX", "localhost, 422, PUBLIC_SUFFIX",
    "gmail.com, 422, PUBLIC_MAIL_DOMAIN", "example．com, 400, VALIDATION_FAILED",
    "example.com., 400, VALIDATION_FAILED", "192.0.2.1, 400, VALIDATION_FAILED",
    "ada@example.com, 400, VALIDATION_FAILED"})
  void refuses_what_can_not_be_claimed(String domain, int status, String code) {
    FakeResponse refused = send("POST", domains, "{\"domain\":\"" + domain + "\"}");
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body()).contains("\"code\":\"" + code + "\"", "\"field\":\"domain\"",
        "\"pointer\":\"/domain\"");
  }

  @Test
  void says_what_it_saw_when_the_record_is_not_there() {
    String path = domains + "/" + field("id", send("POST", domains, "{\"domain\":\"acme.example\"}"));
    FakeResponse nothing = send("POST", path + "/verify", "");
    assertThat(nothing.status()).isEqualTo(409);
    assertThat(nothing.body()).contains("\"code\":\"DOMAIN_NOT_VERIFIED\"", "\"code\":\"NO_RECORD\"", NAME);
    world.dns.publish(NAME, "some\nthing");
    assertThat(send("POST", path + "/verify", "").body()).contains("\"code\":\"OTHER_VALUE\"",
        "has other TXT records: \\\"some?thing\\\"");
    world.dns.publish(NAME, "latchkey-verification=" + "0".repeat(40));
    assertThat(send("POST", path + "/verify", "").body()).contains("\"code\":\"OTHER_CLAIM\"");
  }

  @Test
  void asks_to_try_again_when_the_dns_gives_no_answer() {
    String path = domains + "/" + field("id", send("POST", domains, "{\"domain\":\"acme.example\"}"));
    world.dns.setDown(true);
    FakeResponse down = send("POST", path + "/verify", "");
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.header("Retry-After")).isEqualTo("60");
    assertThat(down.body()).contains("\"code\":\"UNAVAILABLE\"", "no answer in time");
  }

  @Test
  void tells_nothing_of_who_has_a_domain_but_that_somebody_has() {
    FakeResponse mine = send("POST", domains, "{\"domain\":\"acme.example\"}");
    world.dns.publish(NAME, field("value", mine));
    send("POST", domains + "/" + field("id", mine) + "/verify", "");
    String zoe = World.cookie(world.register("zoe@example.com", "Zoes"));
    String theirs = "/api/user/organizations/" + organization("zoes") + "/domains";
    FakeResponse claim = world.send(FakeRequest.json("POST", theirs, "{\"domain\":\"acme.example\"}")
        .header("Cookie", zoe).header("Sec-Fetch-Site", "same-origin"));
    assertThat(claim.status()).isEqualTo(201);
    world.dns.publish(NAME, field("value", claim));
    FakeResponse taken = world.send(FakeRequest.json("POST", theirs + "/" + field("id", claim) + "/verify", "")
        .header("Cookie", zoe).header("Sec-Fetch-Site", "same-origin"));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.body()).contains("\"code\":\"DOMAIN_TAKEN\"").doesNotContain("Acme", "ada@");
  }

  @Test
  void conflicts_are_409() {
    FakeResponse added = send("POST", domains, "{\"domain\":\"acme.example\"}");
    String path = domains + "/" + field("id", added);
    assertThat(send("POST", domains, "{\"domain\":\"acme.example\"}").body()).contains("\"code\":\"CONFLICT\"");
    assertThat(send("PUT", path + "/settings", "{\"autoJoin\":\"off\",\"ssoRedirect\":true}").body())
        .contains("\"status\":409", "\"code\":\"DOMAIN_NOT_VERIFIED\"");
    assertThat(send("PUT", path + "/settings", "{\"autoJoin\":\"always\"}").body()).contains("\"status\":400",
        "\"field\":\"autoJoin\"", "\"field\":\"ssoRedirect\"");
  }

  @Test
  void admins_read_and_owners_change_with_a_fresh_proof() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(send("POST", domains, "{\"domain\":\"acme.example\"}").body())
        .contains("\"code\":\"REAUTHENTICATION_REQUIRED\"");
    assertThat(send("GET", domains, "").status()).isEqualTo(200);
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(send("GET", domains, "").status()).isEqualTo(200);
    assertThat(send("POST", domains, "{\"domain\":\"acme.example\"}").body()).contains("\"code\":\"FORBIDDEN\"");
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(send("GET", domains, "").status()).isEqualTo(403);
  }

  @Test
  void what_keeps_the_last_owner_in_is_not_removed() {
    DomainClaimId own = BySso.verified(world, "example.com");
    DomainClaimId spare = BySso.verified(world, "beta.example");
    world.demand(AuthRequired.SSO);
    String owner = BySso.shown(world, cookie);
    assertThat(delete(own, owner).body()).contains("\"status\":409,\"code\":\"LAST_OWNER\"");
    assertThat(delete(spare, owner).status()).isEqualTo(200);
    assertThat(delete(own, owner).body()).contains("\"status\":409,\"code\":\"SSO_ENFORCED\"");
  }

  private FakeResponse delete(DomainClaimId id, String owner) {
    return world.send(FakeRequest.of("DELETE", domains + "/" + id.value()).header("Cookie", owner)
        .header("Sec-Fetch-Site", "same-origin"));
  }

  private FakeResponse send(String method, String path, String body) {
    FakeRequest request = method.equals("GET") ? FakeRequest.get(path) : FakeRequest.json(method, path, body);
    return world.send(request.header("Cookie", cookie).header("Sec-Fetch-Site", "same-origin"));
  }

  private String organization(String slug) {
    return world.ports.organizations().findBySlug(new Slug(slug)).orElseThrow().id().value();
  }

  private static String field(String name, FakeResponse answer) {
    return answer.body().replaceAll("(?s).*?\"" + name + "\":\"([^\"]*(?:latchkey-verification[^\"]*)?)\".*", "$1");
  }
}
