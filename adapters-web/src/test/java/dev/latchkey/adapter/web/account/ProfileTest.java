package dev.latchkey.adapter.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");

  @Test
  void changes_what_is_given_and_nothing_else() {
    FakeResponse named = patch("{\"name\":\"Augusta Ada King\"}");
    assertThat(named.status()).isEqualTo(200);
    assertThat(named.body()).contains("\"name\":\"Augusta Ada King\",\"locale\":\"en\"");
    assertThat(patch("{\"locale\":\"de-CH\"}").body()).contains("\"name\":\"Augusta Ada King\",\"locale\":\"de-CH\"");
    assertThat(patch("{}").status()).isEqualTo(200);
    assertThat(send(FakeRequest.get("/api/auth/me")).body())
        .contains("\"name\":\"Augusta Ada King\",\"locale\":\"de-CH\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"\"}", "{\"name\":\"a\\nb\"}", "{\"locale\":\"\"}",
    "{\"locale\":\"xx-nonsense-y\"}",
    "{\"locale\":\"tlh\"}", "{\"email\":\"eve@example.com\"}", "{\"mfaEnrolled\":false}"})
  void refuses_what_can_not_be_or_is_not_a_profile(String body) {
    FakeResponse refused = patch(body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("VALIDATION_FAILED");
    assertThat(world.user("ada@example.com").name().value()).isEqualTo("Ada");
  }

  @Test
  void needs_somebody_who_is_signed_in_completely() {
    assertThat(world.send(FakeRequest.json("PATCH", "/api/auth/me", "{}")).status()).isEqualTo(401);
    world.enrolMfa("ada@example.com");
    assertThat(patch("{\"name\":\"Eve\"}").body()).contains("MFA_REQUIRED");
  }

  @Test
  void is_changed_on_a_page_too() {
    Document page = page(send(FakeRequest.get("/account")));
    assertThat(page.getElementById("name").val()).isEqualTo("Ada");
    assertThat(page.select(".address").text()).isEqualTo("ada@example.com");
    assertThat(page.select("nav [aria-current=page]").text()).isEqualTo("Profile");

    FakeResponse wrong = send(FakeRequest.form("/account", "name=+"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(page(wrong).getElementById("name-error").text()).isEqualTo("Enter your name.");

    assertThat(send(FakeRequest.form("/account", "name=Augusta")).header("Location"))
        .isEqualTo("https://sso.example.com/account?notice=profileSaved");
    assertThat(page(send(FakeRequest.get("/account?notice=profileSaved"))).select(".viewer strong").text())
        .isEqualTo("Augusta");
  }

  private FakeResponse patch(String body) {
    return send(FakeRequest.json("PATCH", "/api/auth/me", body).header("Origin", "https://sso.example.com"));
  }

  private FakeResponse send(FakeRequest request) {
    return world.send(request.header("Cookie", cookie));
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
