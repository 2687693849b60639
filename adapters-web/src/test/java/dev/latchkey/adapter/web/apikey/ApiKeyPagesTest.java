package dev.latchkey.adapter.web.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ApiKeyPagesTest {
  private static final String PAGE = "/organizations/acme/api-keys";
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");

  @Test
  void teaches_the_first_step_then_makes_shows_and_deletes_a_key() {
    assertThat(page(PAGE).select(".empty a").attr("href")).isEqualTo(PAGE + "/new");
    Document form = page(PAGE + "/new");
    assertThat(form.select("input[type=radio][checked]").val()).isEqualTo("90");
    Document made = Jsoup.parse(send(PAGE + "/new",
        "keyName=Nightly+export&scope.MEMBERS_READ=on&expiresAt=30&allowedIps=203.0.113.7%2C+2001%3Adb8%3A%3A%2F32")
        .body());
    String key = made.select(".copy code").text();
    assertThat(key).startsWith("lk_");
    assertThat(made.select("[data-copy]").attr("data-copy")).isEqualTo(key);
    Document list = page(PAGE);
    assertThat(list.select("tbody tr").text())
        .contains("Nightly export", "members:read", "203.0.113.7/32", "in 30 days")
        .doesNotContain(key);
    assertThat(page("/account/api-keys").select("tbody tr").text()).contains("Nightly export", "Acme");

    String delete = list.select("tbody a").attr("href");
    assertThat(page(delete).selectFirst("h1").text()).isEqualTo("Delete the key “Nightly export”?");
    assertThat(send(delete, "").header("Location")).endsWith(PAGE + "?notice=apiKeyDeleted");
    assertThat(page(PAGE).select(".empty")).hasSize(1);
    assertThat(send(delete, "").status()).isEqualTo(404);
  }

  @Test
  void keeps_what_was_chosen_and_says_what_is_wrong_at_the_field() {
    FakeResponse again = send(PAGE + "/new", "scope.AUDIT_READ=on&expiresAt=7&allowedIps=here");
    assertThat(again.status()).isEqualTo(400);
    Document form = Jsoup.parse(again.body());
    assertThat(form.select("#problem a").eachAttr("href")).containsExactly("#keyName", "#allowedIps");
    assertThat(form.select("input[type=checkbox][checked]").attr("name")).isEqualTo("scope.AUDIT_READ");
    assertThat(form.select("input[type=radio][checked]").val()).isEqualTo("7");
    assertThat(form.getElementById("allowedIps").val()).isEqualTo("here");
    assertThat(Jsoup.parse(send(PAGE + "/new", "keyName=N&expiresAt=7").body()).getElementById("scopes-error").text())
        .isEqualTo("Choose at least one thing that the key may do.");
    assertThat(send(PAGE + "/new", "keyName=N&scope.AUDIT_READ=on&expiresAt=9999").status()).isEqualTo(400);
  }

  @Test
  void offers_only_what_the_role_covers() {
    world.makeMember(Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(page(PAGE + "/new").select("input[type=checkbox]").eachAttr("name"))
        .containsExactly("scope.ORGANIZATION_READ", "scope.MEMBERS_READ");
    assertThat(send(PAGE + "/new", "keyName=N&scope.AUDIT_READ=on&expiresAt=7").status()).isEqualTo(400);
  }

  @Test
  void asks_who_it_is_before_anything_is_filled_in() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(world.send(FakeRequest.get(PAGE + "/new").header("Cookie", cookie)).header("Location"))
        .isEqualTo("https://sso.example.com/reauthenticate?returnTo=%2Forganizations%2Facme%2Fapi-keys%2Fnew");
    assertThat(world.send(FakeRequest.get(PAGE).header("Cookie", cookie)).status()).isEqualTo(200);
  }

  @Test
  void is_not_there_for_strangers() {
    String stranger = World.cookie(world.register("eve@example.com", "Eves"));
    for (String path : new String[]{PAGE, PAGE + "/new", PAGE + "/01KA2P7X9QJ4T8V0M6ZC3E5R1D/delete"}) {
      assertThat(world.send(FakeRequest.get(path).header("Cookie", stranger)).status()).isEqualTo(404);
    }
    assertThat(Jsoup.parse(world.send(FakeRequest.get("/account/api-keys").header("Cookie", stranger)).body())
        .select(".empty")).hasSize(1);
  }

  private Document page(String path) {
    FakeResponse answer = world.send(FakeRequest.get(path).header("Cookie", cookie));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private FakeResponse send(String path, String form) {
    return world.send(FakeRequest.form(path, form).header("Cookie", cookie));
  }
}
