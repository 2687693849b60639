package dev.latchkey.adapter.web.domainclaim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BySso;
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

class DomainPagesTest {
  private static final String PAGE = "/organizations/acme/domains";
  private static final String NAME = "_latchkey.acme.example";

  private final World world = new World();
  private String cookie = world.signedUp("ada@example.com");

  @Test
  void leads_from_an_empty_list_to_a_verified_domain_with_settings() {
    assertThat(page(PAGE).select(".empty a").attr("href")).isEqualTo(PAGE + "/new");
    assertThat(page(PAGE + "/new").select("[aria-current=step]").text()).isEqualTo("Add");
    String path = path(send(PAGE + "/new", "domain=acme.example"));
    Document publish = page(path);
    assertThat(publish.select(".copy code").eachText()).first().isEqualTo(NAME);
    String value = publish.select(".copy code").get(1).text();
    assertThat(publish.select("[data-copy]").eachAttr("data-copy")).containsExactly(NAME, value);

    FakeResponse early = send(path + "/verify", "");
    assertThat(early.status()).isEqualTo(409);
    assertThat(Jsoup.parse(early.body()).getElementById("problem").text()).contains("no TXT record at " + NAME);
    world.dns.publish(NAME, "something else");
    assertThat(Jsoup.parse(send(path + "/verify", "").body()).select("#problem code").text())
        .isEqualTo("something else");

    world.dns.publish(NAME, value);
    assertThat(send(path + "/verify", "").header("Location")).endsWith(path + "?notice=domainVerified");
    Document verified = page(path);
    assertThat(verified.select("input[name=autoJoin][checked]").val()).isEqualTo("off");
    assertThat(verified.select("input[name=ssoRedirect][checked]")).hasSize(1);
    assertThat(send(path + "/settings", "autoJoin=approval").header("Location"))
        .endsWith(path + "?notice=domainChanged");
    Document changed = page(path);
    assertThat(changed.select("input[name=autoJoin][checked]").val()).isEqualTo("approval");
    assertThat(changed.select("input[name=ssoRedirect][checked]")).isEmpty();
    assertThat(page(PAGE).select("tbody tr").text()).contains("acme.example", "Verified", "after approval");
  }

  @Test
  void asks_before_it_removes() {
    String path = path(send(PAGE + "/new", "domain=acme.example"));
    Document ask = page(page(path).select("a[href$=/remove]").attr("href"));
    assertThat(ask.selectFirst("h1").text()).isEqualTo("Remove acme.example?");
    assertThat(send(path + "/remove", "").header("Location")).endsWith(PAGE + "?notice=domainRemoved");
    assertThat(page(PAGE).select(".empty")).hasSize(1);
  }

  @Test
  void says_on_which_domain_the_last_owner_depends_and_leaves_it() {
    String path = PAGE + "/" + BySso.verified(world, "example.com").value();
    BySso.verified(world, "beta.example");
    world.demand(AuthRequired.SSO);
    cookie = BySso.shown(world, cookie);
    FakeResponse kept = send(path + "/remove", "");
    assertThat(kept.status()).isEqualTo(409);
    assertThat(Jsoup.parse(kept.body()).select(".notice.danger").text()).contains("no owner would be left");
    assertThat(page(path).selectFirst("h1").text()).isEqualTo("example.com");
  }

  @Test
  void keeps_what_was_typed_and_says_what_is_wrong_at_the_field() {
    FakeResponse again = send(PAGE + "/new", "domain=gmail.com");
    assertThat(again.status()).isEqualTo(422);
    Document form = Jsoup.parse(again.body());
    assertThat(form.getElementById("domain").val()).isEqualTo("gmail.com");
    assertThat(form.getElementById("domain-error").text()).contains("Everybody can have an address there");
    assertThat(Jsoup.parse(send(PAGE + "/new", "domain=").body()).getElementById("domain-error").text())
        .isEqualTo("Enter a domain.");
    send(PAGE + "/new", "domain=acme.example");
    assertThat(send(PAGE + "/new", "domain=acme.example").status()).isEqualTo(409);
  }

  @Test
  void shows_a_lapse_with_what_follows() {
    String path = path(send(PAGE + "/new", "domain=acme.example"));
    world.dns.publish(NAME, page(path).select(".copy code").get(1).text());
    send(path + "/verify", "");
    world.dns.withdraw(NAME);
    send(path + "/verify", "");
    assertThat(page(path).select(".notice.warning").text()).contains("Put it back before");
    assertThat(page(PAGE).select("tbody .badge").text()).isEqualTo("Record missing");
    aWeekLater();
    assertThat(page(path).select(".notice.danger").text()).contains("missing for more than a week");
    assertThat(page(PAGE).select("tbody .badge").text()).isEqualTo("Suspended");
  }

  @Test
  void an_old_claim_says_to_add_the_domain_again() {
    String path = path(send(PAGE + "/new", "domain=acme.example"));
    aWeekLater();
    Document expired = page(path);
    assertThat(expired.select(".notice").text()).contains("Claim the domain again");
    assertThat(expired.select("form[action$=/verify]")).isEmpty();
    for (Document page : List.of(expired, page(PAGE))) {
      assertThat(page.select("main form[action=" + PAGE + "/new] input[name=domain]").eachAttr("value"))
          .containsExactly("acme.example");
    }
  }

  @Test
  void asks_who_it_is_before_a_change() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(send(PAGE + "/new", "domain=acme.example").header("Location"))
        .isEqualTo("https://sso.example.com/reauthenticate?returnTo=%2Forganizations%2Facme%2Fdomains%2Fnew");
  }

  @Test
  void admins_read_agents_are_denied_and_strangers_find_nothing() {
    String path = path(send(PAGE + "/new", "domain=acme.example"));
    world.makeMember(Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(page(path).select("main form")).isEmpty();
    assertThat(page(PAGE).select("a[href$=/new]")).isEmpty();
    assertThat(get(PAGE + "/new").status()).isEqualTo(403);
    assertThat(get(path + "/remove").status()).isEqualTo(403);
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(get(PAGE).status()).isEqualTo(403);
    String stranger = World.cookie(world.register("eve@example.com", "Eves"));
    assertThat(world.send(FakeRequest.get(path).header("Cookie", stranger)).status()).isEqualTo(404);
  }

  /** By then the session is over. */
  private void aWeekLater() {
    world.clock.advance(Duration.ofDays(7));
    cookie = World.cookie(world.post("/api/auth/login", """
        {"email":"ada@example.com","password":"%s"}""".formatted(World.PASSWORD)));
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get(path).header("Cookie", cookie));
  }

  private Document page(String path) {
    FakeResponse answer = get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String path(FakeResponse added) {
    return added.header("Location").replace("https://sso.example.com", "");
  }

  private FakeResponse send(String path, String form) {
    return world.send(FakeRequest.form(path, form).header("Cookie", cookie));
  }
}
