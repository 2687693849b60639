package dev.latchkey.adapter.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SecuritySettingsTest {
  private static final String SITE = "https://sso.example.com";
  private static final String PAGE = "/organizations/acme/security";
  private static final String MFA = "{\"authRequired\":\"mfa\",\"requireMfa\":false}";
  private static final String SSO = "{\"authRequired\":\"sso\",\"requireMfa\":true}";

  private final World world = new World();
  private final String ada = world.signedUp("ada@example.com");
  private final String route = "/api/user/organizations/" + world.acme().id().value() + "/settings/security";

  @Test
  void a_program_reads_foresees_and_changes_them() {
    assertThat(get(route).body()).contains("\"data\":{\"authRequired\":\"any\",\"requireMfa\":false}");
    assertThat(send("POST", route + "/preview", MFA).body()).contains("\"obstacles\":[]",
        "\"counts\":{\"NO_SECOND_FACTOR\":1,\"NO_SINGLE_SIGN_ON\":0,\"NOT_LINKED_YET\":0}",
        "\"email\":\"ada@example.com\"", "\"role\":\"owner\",\"reason\":\"NO_SECOND_FACTOR\"}],\"nextCursor\":null");
    assertThat(get(route).body()).contains("\"any\"");
    assertThat(send("PUT", route, MFA).body()).contains("\"data\":{\"authRequired\":\"mfa\",\"requireMfa\":false}");
    assertThat(get(route).body()).contains("\"code\":\"MFA_ENROLMENT_REQUIRED\"", "\"redirect\":\"/setup-mfa\"");
  }

  @Test
  void a_program_learns_everything_that_stands_in_the_way_of_single_sign_on() {
    FakeResponse refused = send("PUT", route, SSO);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("\"code\":\"DOMAIN_NOT_VERIFIED\",\"message\":\"Single sign-on",
        "\"pointer\":\"/authRequired\",\"code\":\"DOMAIN_NOT_VERIFIED\"", "\"code\":\"SSO_NOT_PROVEN\"",
        "\"code\":\"NO_BREAK_GLASS\"");
    assertThat(send("PUT", route, SSO.replace("}", ",\"acceptLockoutRisk\":true}")).body())
        .contains("SSO_NOT_PROVEN").doesNotContain("NO_BREAK_GLASS");
    assertThat(send("POST", route + "/preview", SSO).body())
        .contains("\"obstacles\":[\"DOMAIN_NOT_VERIFIED\",\"SSO_NOT_PROVEN\",\"NO_BREAK_GLASS\"]");
    assertThat(world.acme().requirement().authRequired()).isEqualTo(AuthRequired.ANY);
  }

  @Test
  void a_program_has_to_say_both_and_nothing_else() {
    assertThat(send("PUT", route, "{\"authRequired\":\"ANY\"}").body()).contains(
        "\"pointer\":\"/authRequired\",\"code\":\"UNKNOWN\"", "\"pointer\":\"/requireMfa\",\"code\":\"REQUIRED\"");
    assertThat(send("PUT", route, "{\"authRequired\":\"any\",\"requireMfa\":\"no\"}").status()).isEqualTo(400);
    assertThat(send("POST", route + "/preview?cursor=forged", MFA).body()).contains("\"pointer\":\"/cursor\"");
  }

  @Test
  void a_change_needs_an_owner_with_a_fresh_proof() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(send("PUT", route, MFA).body()).contains("\"status\":403,\"code\":\"REAUTHENTICATION_REQUIRED\"");
    assertThat(form(PAGE, "authRequired=mfa").header("Location"))
        .isEqualTo(SITE + "/reauthenticate?returnTo="
            + "%2Forganizations%2Facme%2Fsecurity%3FauthRequired%3Dmfa%26requireMfa%3Dfalse");
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(send("PUT", route, MFA).body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
    assertThat(get(route).status()).isEqualTo(200);
    assertThat(page(PAGE).select("main form")).isEmpty();
    assertThat(page(PAGE).text()).contains("Only owners can change this.");
    assertThat(form(PAGE, "authRequired=mfa").body()).contains("Only owners of the organization");
  }

  @Test
  void agents_and_strangers_are_kept_out() {
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(get(route).body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
    assertThat(send("POST", route + "/preview", MFA).status()).isEqualTo(403);
    FakeResponse denied = get(PAGE);
    assertThat(denied.status()).isEqualTo(403);
    assertThat(Jsoup.parse(denied.body()).text()).contains("Access denied", "Only owners and admins");
    assertThat(page("/organizations/acme").select("nav a[href=" + PAGE + "]")).isEmpty();
    String stranger = World.cookie(world.register("grace@example.com", "Other"));
    for (String path : new String[]{route, PAGE, route.replace(world.acme().id().value(), "X")}) {
      assertThat(world.send(FakeRequest.get(path).header("Cookie", stranger)).status()).isEqualTo(404);
    }
  }

  @Test
  void a_person_sees_whom_a_change_keeps_out_before_making_it() {
    Document chosen = page(PAGE);
    assertThat(chosen.select("input[checked]").eachAttr("value")).containsExactly("any");
    Document preview = Jsoup.parse(form(PAGE + "/preview", "authRequired=mfa&requireMfa=true").body());
    assertThat(preview.select("tbody tr").text()).contains("Ada", "ada@example.com", "No second factor");
    assertThat(preview.select("input[type=hidden]").eachAttr("value")).containsExactly("mfa", "true");
    assertThat(form(PAGE, "authRequired=mfa&requireMfa=true").header("Location"))
        .isEqualTo(SITE + PAGE + "?notice=securityChanged");
    assertThat(world.acme().requirement().requireMfa()).isTrue();
    assertThat(get(PAGE).header("Location")).startsWith(SITE + "/setup-mfa?returnTo=");
  }

  @Test
  void a_person_learns_why_single_sign_on_can_not_be_chosen() {
    Document preview = Jsoup.parse(form(PAGE + "/preview", "authRequired=sso").body());
    assertThat(preview.select("main .event a").eachAttr("href")).containsExactly("/organizations/acme/sso",
        "/organizations/acme/domains", "/api/auth/sso/acme/login?returnTo=%2Forganizations%2Facme%2Fsecurity");
    assertThat(preview.select("main button[type=submit]")).isEmpty();
    FakeResponse refused = form(PAGE, "authRequired=sso");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(Jsoup.parse(refused.body()).select("main .event a")).hasSize(3);
    assertThat(form(PAGE, "authRequired=none").status()).isEqualTo(400);
  }

  @Test
  void a_person_finds_their_choice_again_after_showing_who_they_are() {
    Document page = page(PAGE + "?authRequired=sso&requireMfa=true");
    assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("sso", "true");
    assertThat(page(PAGE + "?authRequired=none").select("input[checked]").eachAttr("value")).containsExactly("any");
  }

  @Test
  void a_person_sees_what_is_missing_before_single_sign_on_can_be_chosen() {
    assertThat(page(PAGE).select("section .event a").eachAttr("href")).containsExactly("/organizations/acme/sso",
        "/organizations/acme/domains", "/api/auth/sso/acme/login?returnTo=%2Forganizations%2Facme%2Fsecurity",
        "/organizations/acme/members?role=owner");
  }

  @Test
  void everybody_who_decides_sees_who_gets_in_when_the_identity_provider_fails() {
    for (Document page : List.of(page(PAGE), Jsoup.parse(form(PAGE + "/preview", "authRequired=sso").body()))) {
      assertThat(page.select("section[aria-labelledby=emergency] li").text()).contains("Ada", "Doesn’t get in",
          "There is no second factor yet");
    }
    assertThat(Jsoup.parse(form(PAGE + "/preview", "authRequired=any").body()).select("#emergency")).isEmpty();
    assertThat(send("POST", route + "/preview", SSO).body()).contains("\"lacks\":[\"SECOND_FACTOR\"]");
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get(path).header("Cookie", ada));
  }

  private Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  private FakeResponse send(String method, String path, String json) {
    return world.send(FakeRequest.json(method, path, json).header("Origin", SITE).header("Cookie", ada));
  }

  private FakeResponse form(String path, String body) {
    return world.send(FakeRequest.form(path, body).header("Cookie", ada));
  }
}
