package dev.latchkey.adapter.web.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class OrganizationRoutesTest {
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");
  private final String acme = world.acme().id().value();

  @Test
  void lists_and_shows_the_persons_own() {
    assertThat(get("").body())
        .contains("\"data\":{\"items\":[{\"id\":\"" + acme + "\",\"slug\":\"acme\",\"name\":\"Acme\","
            + "\"role\":\"owner\",\"missing\":null,\"redirect\":null}],\"nextCursor\":null}");
    assertThat(get("/" + acme).body()).contains("\"data\":{\"id\":\"" + acme + "\"");
  }

  @Test
  void has_nothing_of_others_nor_under_what_is_no_id() {
    String foreign = "0".repeat(26);
    for (String id : new String[]{foreign, "acme", acme.toLowerCase(java.util.Locale.ROOT) + "x", "%00"}) {
      assertThat(get("/" + id).body()).contains("\"status\":404,\"code\":\"NOT_FOUND\"");
      assertThat(patch("/" + id, "{\"name\":\"B\"}").status()).isEqualTo(404);
    }
    String stranger = World.cookie(world.register("grace@example.com", "Other"));
    assertThat(world.send(FakeRequest.get("/api/user/organizations/" + acme).header("Cookie", stranger)).status())
        .isEqualTo(404);
  }

  @Test
  void renames_for_owners_and_admins_only() {
    assertThat(patch("/" + acme, "{\"name\":\"Acme Two\"}").body()).contains("\"name\":\"Acme Two\"",
        "\"slug\":\"acme\"");
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(patch("/" + acme, "{\"name\":\"Acme Three\"}").status()).isEqualTo(200);
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(patch("/" + acme, "{\"name\":\"Acme Four\"}").body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
    assertThat(get("/" + acme).body()).contains("\"name\":\"Acme Three\"");
  }

  @Test
  void calls_a_wrong_name_by_the_name_of_the_member() {
    assertThat(patch("/" + acme, "{\"name\":\"\"}").body())
        .contains("\"errors\":[{\"field\":\"name\",\"pointer\":\"/name\",\"code\":\"REQUIRED\"");
    assertThat(patch("/" + acme, "{\"name\":\"B\",\"slug\":\"b\"}").body())
        .contains("\"pointer\":\"/slug\",\"code\":\"UNKNOWN\"");
  }

  @Test
  void says_what_is_missing_before_it_opens() {
    world.demand(AuthRequired.MFA);
    assertThat(get("/" + acme).body()).contains("\"status\":403,\"code\":\"MFA_ENROLMENT_REQUIRED\"",
        "\"redirect\":\"/setup-mfa\"");
    world.demand(AuthRequired.SSO);
    assertThat(get("/" + acme).body()).contains("\"status\":403,\"code\":\"SSO_REQUIRED\"",
        "\"redirect\":\"/api/auth/sso/acme/login\"");
    assertThat(patch("/" + acme, "{\"name\":\"B\"}").status()).isEqualTo(403);
  }

  @Test
  void does_not_exist_for_who_is_no_active_member() {
    world.makeMember(Role.OWNER, MembershipStatus.DEACTIVATED);
    assertThat(get("").body()).contains("\"items\":[]");
    assertThat(get("/" + acme).status()).isEqualTo(404);
    assertThat(patch("/" + acme, "{\"name\":\"B\"}").status()).isEqualTo(404);
  }

  @Test
  void is_renamed_on_its_page_too() {
    String path = "/organizations/acme";
    assertThat(page(path, "").getElementById("name").val()).isEqualTo("Acme");
    assertThat(form(path, "name=+").body()).contains("name-error");
    assertThat(form(path, "name=Acme+Two").header("Location"))
        .isEqualTo("https://sso.example.com/organizations/acme?notice=organizationRenamed");
    assertThat(page(path, "").select(".nav-heading").text()).startsWith("Acme Two");
  }

  @Test
  void says_on_the_page_who_may_if_one_may_not() {
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(page("/organizations/acme", "").getElementById("name")).isNull();
    FakeResponse refused = form("/organizations/acme", "name=Mine");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("Only owners and admins");
    assertThat(world.acme().name().value()).isEqualTo("Acme");
  }

  @Test
  void has_no_page_for_strangers_and_leads_to_the_missing_step() {
    String stranger = World.cookie(world.register("grace@example.com", "Other"));
    assertThat(world.send(FakeRequest.get("/organizations/acme").header("Cookie", stranger)).status()).isEqualTo(404);
    world.demand(AuthRequired.MFA);
    assertThat(world.send(FakeRequest.get("/organizations/acme").header("Cookie", cookie)).header("Location"))
        .isEqualTo("https://sso.example.com/setup-mfa?returnTo=%2Forganizations%2Facme");
  }

  private Document page(String path, String query) {
    return Jsoup.parse(world.send(FakeRequest.get(path + query).header("Cookie", cookie)).body());
  }

  private FakeResponse form(String path, String body) {
    return world.send(FakeRequest.form(path, body).header("Cookie", cookie));
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get("/api/user/organizations" + path).header("Cookie", cookie));
  }

  private FakeResponse patch(String path, String json) {
    return world.send(FakeRequest.json("PATCH", "/api/user/organizations" + path, json)
        .header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }
}
