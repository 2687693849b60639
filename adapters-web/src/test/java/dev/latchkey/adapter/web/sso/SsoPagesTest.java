package dev.latchkey.adapter.web.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SsoPagesTest {
  private static final String SITE = "https://sso.example.com";
  private static final String PAGE = "/organizations/acme/sso";
  private static final String CONNECTION =
      "provider=oidc&issuerUrl=https%3A%2F%2Flogin.acme.example+&clientId=+latchkey&clientSecret=correct-horse";

  private final World world = new World();
  private final String ada = world.signedUp("ada@example.com");

  @Test
  void shows_every_provider_the_steps_with_this_deployments_addresses() {
    Document page = page(PAGE);
    assertThat(page.select("nav a[href=" + PAGE + "]").text()).isEqualTo("Single sign-on");
    assertThat(page.select(".guide")).hasSize(4).allMatch(guide -> guide.select("li").size() >= 4
        && guide.text().contains(SITE + "/api/auth/sso/callback"));
    assertThat(page.select("[data-copy]").eachAttr("data-copy"))
        .containsExactly(SITE + "/api/auth/sso/callback", SITE);
    assertThat(page.text()).contains("It holds for the whole organization.").doesNotContain("{0}");
  }

  @Test
  void saves_what_was_pasted_with_spaces_and_shows_how_it_is_doing() {
    assertThat(form(PAGE, CONNECTION).header("Location")).isEqualTo(SITE + PAGE + "?notice=ssoSaved");
    Document page = page(PAGE);
    assertThat(page.select(".facts").text()).contains("https://login.acme.example", "latchkey", "Nobody yet",
        "Not yet");
    assertThat(page.select("a[href='/api/auth/sso/acme/login?returnTo=" + PAGE.replace("/", "%2F") + "']").text())
        .isEqualTo("Sign in through it now");
    assertThat(page.html()).doesNotContain("correct-horse");
    assertThat(page.getElementById("clientSecret").hasAttr("required")).isFalse();
    world.ports.ssoConnections().noteSignIn(world.acme().id(), 1, world.clock.instant(), true);
    assertThat(page(PAGE).select(".facts").text()).contains("Works").doesNotContain("Not yet");
  }

  @Test
  void says_that_the_stored_secret_can_not_be_read_and_asks_for_a_new_one() {
    world.ports.ssoConnections().add(SsoConnection.to(new OidcClient(Provider.OIDC,
        new IssuerUrl("https://login.acme.example"), new ClientId("latchkey"), Optional.empty()), world.acme().id(), 0,
        world.clock.instant()));
    Document page = page(PAGE);
    assertThat(page.select(".notice.danger").text()).contains("can’t be read any more", "enter the secret again");
    assertThat(page.getElementById("clientSecret").hasAttr("required")).isTrue();
    FakeResponse kept = form(PAGE, CONNECTION.replace("correct-horse", ""));
    assertThat(kept.status()).isEqualTo(400);
    assertThat(Jsoup.parse(kept.body()).getElementById("clientSecret-error").text()).contains("can’t be read any more");
    assertThat(form(PAGE + "/test", "").body()).contains("The stored client secret can’t be read any more.");
    assertThat(form(PAGE, CONNECTION).header("Location")).isEqualTo(SITE + PAGE + "?notice=ssoSaved");
    assertThat(page(PAGE).select(".notice.danger")).isEmpty();
  }

  @Test
  void keeps_what_was_typed_but_not_the_secret_and_says_at_the_field_what_is_wrong() {
    FakeResponse answer = form(PAGE, CONNECTION.replace("acme.example", "acme.example/.well-known/openid-configuration")
        .replace("clientId=+latchkey", "clientId="));
    assertThat(answer.status()).isEqualTo(400);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.getElementById("issuerUrl-error").text()).contains("The issuer is the part before");
    assertThat(page.getElementById("clientId-error").text()).isEqualTo("Enter the client ID.");
    assertThat(page.getElementById("issuerUrl").val()).contains("login.acme.example/.well-known");
    assertThat(page.getElementById("provider-oidc").hasAttr("checked")).isTrue();
    assertThat(answer.body()).doesNotContain("correct-horse");
    FakeResponse plain = form(PAGE, CONNECTION.replace("https", "http"));
    assertThat(plain.status()).isEqualTo(422);
    assertThat(Jsoup.parse(plain.body()).getElementById("issuerUrl-error").text()).contains("begin with https");
  }

  @Test
  void tells_what_a_test_found_in_sentences() {
    assertThat(form(PAGE + "/test", "").status()).isEqualTo(404);
    form(PAGE, CONNECTION);
    assertThat(Jsoup.parse(form(PAGE + "/test", "").body()).select(".notice.success").text())
        .contains("The configuration is valid.");
    world.relyingParty.fails(Optional.of(new SsoProblem(SsoFault.ISSUER_DIFFERS, "It says a, not b.")));
    assertThat(Jsoup.parse(form(PAGE + "/test", "").body()).select(".notice.danger").text())
        .contains("calls itself by another name", "It says a, not b.", "Put the issuer that it names");
  }

  @Test
  void says_of_google_that_it_signs_everybody_in_and_what_that_means_for_people_who_are_new() {
    form(PAGE, CONNECTION);
    assertThat(page(PAGE).getElementById("enabled-hint").text()).doesNotContain("Google");
    assertThat(form(PAGE + "/test", "").body()).doesNotContain("Google signs in everybody");
    form(PAGE, CONNECTION.replace("login.acme.example", "accounts.google.com"));
    assertThat(page(PAGE).getElementById("enabled-hint").text()).contains("your Google Workspace");
    assertThat(page(PAGE).getElementById("allowedDomains-hint").text())
        .contains("only of domains that you have verified");
    assertThat(Jsoup.parse(form(PAGE + "/test", "").body()).select(".notice.warning").text())
        .contains("Google signs in everybody", "listed under “People who are new”");
  }

  @Test
  void has_words_for_whatever_a_test_can_find() {
    form(PAGE, CONNECTION);
    for (SsoFault fault : SsoFault.values()) {
      world.relyingParty.fails(Optional.of(new SsoProblem(fault, "")));
      world.clock.advance(GuessCount.FORGIVEN_EVERY);
      FakeResponse answer = form(PAGE + "/test", "");
      assertThat(answer.status()).as(fault.name()).isEqualTo(200);
      if (fault.kind() == SsoFault.Kind.PROVIDER) {
        assertThat(answer.body()).as(fault.name()).doesNotContain("do what a sign-in needs");
      }
    }
  }

  @Test
  void the_provider_is_called_for_tests_only_so_often() {
    form(PAGE, CONNECTION);
    for (int i = 0; i < 20; i++) {
      assertThat(form(PAGE + "/test", "").status()).isEqualTo(200);
    }
    FakeResponse refused = form(PAGE + "/test", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("864");
    assertThat(world.relyingParty.examinations()).isEqualTo(20);
  }

  @Test
  void the_callback_and_what_becomes_of_new_people_are_chosen() {
    form(PAGE, CONNECTION);
    assertThat(form(PAGE + "/callback", "mode=dedicated").header("Location"))
        .isEqualTo(SITE + PAGE + "?notice=ssoCallbackChanged");
    assertThat(page(PAGE).select(".provider-form [data-copy]").eachAttr("data-copy"))
        .contains(SITE + "/api/auth/sso/acme/callback");
    assertThat(form(PAGE + "/callback", "mode=mine").status()).isEqualTo(400);
    assertThat(form(PAGE + "/jit", "enabled=on&defaultRole=admin&allowedDomains=acme.example%2C+example.com")
        .header("Location")).isEqualTo(SITE + PAGE + "?notice=jitChanged");
    assertThat(page(PAGE).getElementById("allowedDomains").val()).isEqualTo("acme.example example.com");
    assertThat(page(PAGE).getElementById("jit-admin").hasAttr("checked")).isTrue();
    FakeResponse wrong = form(PAGE + "/jit", "defaultRole=owner&allowedDomains=no+domain%21");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(Jsoup.parse(wrong.body()).getElementById("allowedDomains").val()).isEqualTo("no domain!");
    assertThat(Jsoup.parse(wrong.body()).getElementById("defaultRole-error").text())
        .contains("Nobody becomes an owner");
  }

  @Test
  void deleting_asks_first_and_names_what_it_means() {
    assertThat(get(PAGE + "/delete").status()).isEqualTo(404);
    form(PAGE, CONNECTION);
    assertThat(page(PAGE + "/delete").text()).contains("Delete the identity provider of Acme?",
        "https://login.acme.example", "Nobody can sign in through it any more", "It can’t be undone.");
    assertThat(form(PAGE + "/delete", "").header("Location")).isEqualTo(SITE + PAGE + "?notice=ssoDeleted");
    assertThat(form(PAGE + "/delete", "").status()).isEqualTo(404);
  }

  @Test
  void asks_for_a_fresh_proof_before_anything_is_typed() {
    form(PAGE, CONNECTION);
    assertThat(page(PAGE).select("a[href^=/reauthenticate]")).isEmpty();
    world.clock.advance(Duration.ofMinutes(10));
    String reauthenticate = "/reauthenticate?returnTo=%2Forganizations%2Facme%2Fsso";
    assertThat(page(PAGE).select("a[href=" + reauthenticate + "]")).hasSize(1);
    for (String change : new String[]{"", "/callback", "/jit"}) {
      assertThat(form(PAGE + change, CONNECTION + "&mode=shared&defaultRole=agent").header("Location"))
          .isEqualTo(SITE + reauthenticate);
    }
    assertThat(form(PAGE + "/delete", "").header("Location")).startsWith(SITE + "/reauthenticate");
  }

  @Test
  void admins_see_and_test_but_change_nothing() {
    form(PAGE, CONNECTION);
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(page(PAGE).select("main form").eachAttr("action")).containsExactly(PAGE + "/test");
    assertThat(page(PAGE).text()).contains("Only owners can change this.");
    for (String change : new String[]{"", "/callback", "/jit", "/delete"}) {
      assertThat(form(PAGE + change, CONNECTION + "&mode=shared&defaultRole=agent").status()).isEqualTo(403);
    }
    assertThat(get(PAGE + "/delete").status()).isEqualTo(403);
    assertThat(form(PAGE + "/test", "").status()).isEqualTo(200);
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(get(PAGE).status()).isEqualTo(403);
    assertThat(form(PAGE + "/test", "").status()).isEqualTo(403);
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get(path).header("Cookie", ada));
  }

  private Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  private FakeResponse form(String path, String body) {
    return world.send(FakeRequest.form(path, body).header("Cookie", ada));
  }
}
