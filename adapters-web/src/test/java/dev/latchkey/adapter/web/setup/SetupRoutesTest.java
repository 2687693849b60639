package dev.latchkey.adapter.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupRoutesTest {
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");
  private final String members = "/api/user/organizations/" + world.acme().id().value() + "/members";
  private String bob = "";

  @BeforeEach
  void add() {
    bob = send(members, """
        {"email":"bob@acme.example","name":"Bob","role":"agent","contactEmail":"bob@home.example"}""").body()
        .replaceAll(".*\"data\":\\{\"id\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void goes_from_the_mail_over_password_and_code_to_a_session() {
    String token = mailed();
    FakeResponse begun = world.post("/api/auth/setup", body(token, World.PASSWORD));
    assertThat(begun.status()).isEqualTo(202);
    FakeResponse done = world.post("/api/auth/email/verify", """
        {"challengeId":"%s","code":"%s"}""".formatted(World.challengeIn(begun), world.lastCode()));
    assertThat(done.body()).contains("\"email\":\"bob@home.example\"", "\"slug\":\"acme\"");
    assertThat(done.cookie("__Host-latchkey")).isNotEmpty();
    assertThat(world.post("/api/auth/setup", body(token, World.PASSWORD)).body()).contains("\"code\":\"CODE_INVALID\"");
    assertThat(send(members + "/" + bob + "/setup-email", null).body()).contains("\"status\":409,\"code\":\"CONFLICT\"",
        "reset");
  }

  @Test
  void sends_a_new_code_through_the_common_door() {
    FakeResponse begun = world.post("/api/auth/setup", body(mailed(), World.PASSWORD));
    String first = world.lastCode();
    assertThat(world.post("/api/auth/email/resend", "{\"challengeId\":\"" + World.challengeIn(begun) + "\"}").status())
        .isEqualTo(202);
    assertThat(world.lastCode()).isNotEqualTo(first);
  }

  @Test
  void names_what_is_wrong() {
    assertThat(world.post("/api/auth/setup", "{}").body()).contains("\"pointer\":\"/token\"",
        "\"pointer\":\"/password\"");
    assertThat(world.post("/api/auth/setup", body(mailed(), "short")).body())
        .contains("\"pointer\":\"/password\",\"code\":\"TOO_SHORT\"");
  }

  @Test
  void sends_nothing_where_the_password_would_open_nothing() {
    String key = send(members.replace("/members", "/api-keys"), """
        {"name":"Staff","scopes":["members:write"]}""").body().replaceFirst("(?s).*\"key\":\"([^\"]+)\".*", "$1");
    world.demand(AuthRequired.SSO);
    FakeResponse refused = world.send(FakeRequest.of("POST", members + "/" + bob + "/setup-email")
        .header("X-Api-Key", key));
    assertThat(refused.body()).contains("\"status\":409,\"code\":\"SSO_ENFORCED\"", "move them to single sign-on");
  }

  @Test
  void goes_the_same_way_on_pages() {
    assertThat(page("/organizations/acme/members/" + bob).select("button").eachText())
        .contains("Send Single Sign-On Email");
    assertThat(form("/organizations/acme/members/" + bob + "/setup-email", "").header("Location"))
        .endsWith("notice=setupSent");
    String token = world.lastCode();
    Document first = page("/setup?token=" + token);
    assertThat(first.select("h1").text()).isEqualTo("Set your password");
    assertThat(first.getElementById("email").val()).isEqualTo("bob@home.example");
    assertThat(form("/setup", "token=" + token + "&password=short").body()).contains("password-error");
    FakeResponse next = form("/setup", "token=" + token + "&password=seven+quiet+lamps");
    String confirm = next.header("Location").replace("https://sso.example.com", "");
    Document second = Jsoup.parse(world.send(FakeRequest.get(confirm).header("Cookie",
        "__Host-latchkey-setup=" + next.cookie("__Host-latchkey-setup"))).body());
    assertThat(second.select("h1").text()).isEqualTo("Confirm Your Account");
    assertThat(second.select("main").text()).contains("bob@home.example", "spam folder");
    assertThat(second.select("button").eachText()).contains("Confirm account", "Send a new code");
    String challenge = second.select("input[name=challengeId]").first().val();
    assertThat(form("/setup/confirm", "challengeId=" + challenge + "&code=" + world.wrongCode()).body())
        .contains("code-error");
    assertThat(form("/setup/confirm/resend", "challengeId=" + challenge).status()).isEqualTo(303);
    FakeResponse signedIn = form("/setup/confirm", "challengeId=" + challenge + "&code=" + world.lastCode());
    assertThat(signedIn.header("Location")).endsWith("/setup-mfa?returnTo=%2Fsetup%2Fdone");
    Document done = Jsoup.parse(world.send(FakeRequest.get("/setup/done").header("Cookie", World.cookie(signedIn)))
        .body());
    assertThat(done.select("h1").text()).isEqualTo("Your Single Sign-On is now active");
    assertThat(Jsoup.parse(form("/setup", "token=" + token + "&password=seven+quiet+lamps").body()).text())
        .contains("good any more");
  }

  @Test
  void tells_at_once_that_a_link_is_not_good_any_more() {
    String older = mailed();
    mailed();
    assertThat(world.send(FakeRequest.get("/setup?token=" + older)).status()).isEqualTo(400);
    assertThat(world.send(FakeRequest.get("/setup?token=x")).body()).contains("good any more");
  }

  private String mailed() {
    assertThat(send(members + "/" + bob + "/setup-email", null).body()).contains("\"status\":202",
        "\"email\":\"bob@home.example\"");
    assertThat(world.lastMail().to().value()).isEqualTo("bob@home.example");
    return world.lastCode();
  }

  private static String body(String token, String password) {
    return "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}";
  }

  private Document page(String target) {
    return Jsoup.parse(world.send(FakeRequest.get(target).header("Cookie", cookie)).body());
  }

  private FakeResponse form(String target, String body) {
    return world.send(FakeRequest.form(target, body).header("Cookie", cookie));
  }

  private FakeResponse send(String target, @Nullable String json) {
    FakeRequest request = json == null ? FakeRequest.of("POST", target) : FakeRequest.json("POST", target, json);
    return world.send(request.header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }
}
