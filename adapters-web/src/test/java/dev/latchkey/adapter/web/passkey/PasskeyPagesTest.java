package dev.latchkey.adapter.web.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import java.time.Duration;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PasskeyPagesTest {
  private static final String PAGE = "/account/passkeys";
  private static final String ID = "01KA2P7X9QJ4T8V0M6ZC3E5R1D";

  private final World world = new World();
  private String cookie = world.signedUp("ada@example.com");

  @Test
  void teaches_what_a_passkey_is_where_there_is_none() {
    Document page = get(PAGE);
    assertThat(page.select(".empty").text()).startsWith("No passkey yet");
    assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Passkeys");
    assertThat(page.select("form[data-passkey=register][hidden] input[name=name]")).hasSize(1);
  }

  @Test
  void lists_them_and_asks_before_one_is_removed() {
    give("ada@example.com", ID);
    Document page = get(PAGE);
    assertThat(page.select("tbody th").text()).isEqualTo("The grey one");
    Document asks = get(page.select("tbody a").attr("href"));
    assertThat(asks.select("h1").text()).isEqualTo("Remove The grey one?");
    assertThat(asks.select("form[action=/account/passkeys/remove] input[name=id]").val()).isEqualTo(ID);
    FakeResponse removed = remove(ID);
    assertThat(removed.header("Location")).isEqualTo("https://sso.example.com/account/passkeys?notice=passkeyRemoved");
    assertThat(get(PAGE).select("tbody")).isEmpty();
    assertThat(remove(ID).header("Location")).as("pressed twice").isEqualTo(removed.header("Location"));
  }

  @Test
  void knows_nothing_of_those_of_others() {
    world.register("bob@example.com", "Babbage");
    give("bob@example.com", ID);
    assertThat(send(FakeRequest.get(PAGE + "/remove?id=" + ID)).status()).isEqualTo(404);
    assertThat(send(FakeRequest.get(PAGE + "/remove")).status()).isEqualTo(404);
    remove(ID);
    assertThat(world.ports.passkeys().of(world.user("bob@example.com").id())).hasSize(1);
  }

  @Test
  void wants_a_fresh_proof_and_comes_back() {
    give("ada@example.com", ID);
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(remove(ID).header("Location")).isEqualTo(
        "https://sso.example.com/reauthenticate?returnTo=%2Faccount%2Fpasskeys%2Fremove%3Fid%3D" + ID);
    assertThat(get("/reauthenticate").select("[data-passkey=reauthenticate]")).hasSize(1);
  }

  @Test
  void is_offered_where_people_sign_in_and_where_they_have_one() {
    Document signIn = Jsoup.parse(world.send(FakeRequest.get("/sign-in?returnTo=%2Faccount")).body());
    assertThat(signIn.select("[data-passkey=authenticate][hidden]").attr("data-return-to")).isEqualTo("/account");
    assertThat(get("/reauthenticate").select("[data-passkey]")).isEmpty();
    world.enrolMfa("ada@example.com");
    assertThat(get("/sign-in/mfa").select("[data-passkey]")).isEmpty();
    give("ada@example.com", ID);
    assertThat(get("/sign-in/mfa").select("[data-passkey=authenticate]")).hasSize(1);
  }

  private void give(String email, String id) {
    world.ports.passkeys().add(new Passkey(new PasskeyId(id), world.user(email).id(), CredentialId.parse("AQID"),
        new Octets("AQID"), true, 0, new PasskeyName("The grey one"), world.clock.instant(), Optional.empty()));
  }

  private Document get(String path) {
    FakeResponse page = send(FakeRequest.get(path));
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return Jsoup.parse(page.body());
  }

  private FakeResponse remove(String id) {
    FakeResponse answer = send(FakeRequest.form(PAGE + "/remove", "id=" + id));
    if (!answer.headers("Set-Cookie").isEmpty()) {
      cookie = World.cookie(answer);
    }
    return answer;
  }

  private FakeResponse send(FakeRequest request) {
    return world.send(request.header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }
}
