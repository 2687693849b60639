package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.TestProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign in at their organization's identity provider, which is another process, and come back to either node. */
@ExtendWith(TwoNodes.Extension.class)
class SsoSignInIT {
  private static final int MANY = 16;

  private final TwoNodes nodes;
  private final Person owner;
  private final String organization;
  private final String slug;
  private final String subject = UUID.randomUUID().toString();
  private final String email = "bob-" + subject + "@elsewhere.example";
  private final TestProvider provider = TestProvider.start();
  private final HttpClient world = HttpClient.newHttpClient();

  SsoSignInIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.owner = nodes.someone();
    this.organization = owner.welcome().data().at("/organizations/0/id").asText();
    this.slug = owner.welcome().data().at("/organizations/0/slug").asText();
  }

  @BeforeEach
  void the_organization_has_an_identity_provider_and_lets_people_in() {
    String settings = "/api/user/organizations/" + organization + "/settings";
    ApiClient.Answer connected = owner.browser().json("PUT", settings + "/sso", """
        {"provider":"oidc","issuerUrl":"%s","clientId":"%s","clientSecret":"%s"}""".formatted(provider.issuer(),
        provider.clientId(), provider.clientSecret()));
    assertThat(connected.status()).as(connected.body()).isEqualTo(200);
    ApiClient.Answer jit = owner.browser().json("PUT", settings + "/jit",
        "{\"enabled\":true,\"defaultRole\":\"agent\",\"allowedDomains\":[]}");
    assertThat(jit.status()).as(jit.body()).isEqualTo(200);
    provider.signsIn(dev.latchkey.adapter.idp.hostile.Person.of(subject, email, "Bob Builder"));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void creates_an_account_at_the_first_sign_in_and_knows_it_at_the_second() {
    ApiClient browser = nodes.browser();
    String back = away(browser, "?returnTo=/account/profile");
    ApiClient there = browser.at(nodes.second().uri());
    ApiClient.Answer in = there.get(back);
    assertThat(in.status()).as(in.body()).isEqualTo(303);
    assertThat(in.header("Location")).hasValue(nodes.publicUrl() + "/account/profile");
    ApiClient.Answer me = there.get("/api/auth/me");
    assertThat(me.data().at("/user/email").asText()).isEqualTo(email);
    assertThat(me.data().at("/session/proofs/0/type").asText()).isEqualTo("sso");
    assertThat(me.data().at("/organizations/0/slug").asText()).isEqualTo(slug);
    ApiClient again = nodes.browser();
    again.get(away(again, ""));
    assertThat(again.get("/api/auth/me").data().at("/user/id")).isEqualTo(me.data().at("/user/id"));
    assertThat(nodes.database().number("SELECT count(*) FROM user_account WHERE email = ? AND password_hash IS NULL",
        email)).isEqualTo(1);
  }

  @Test
  void of_sixteen_who_bring_the_same_state_back_at_once_one_gets_in() {
    ApiClient browser = nodes.browser();
    String back = away(browser, "");
    List<ApiClient.Answer> answers = Together.run(MANY, i -> {
      ApiClient one = browser.at(nodes.node(i).uri());
      return () -> one.get(back);
    });
    assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 303)
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(400));
  }

  @Test
  void refuses_another_browser_with_a_reference_under_which_the_admins_find_why() {
    String back = away(nodes.browser(), "");
    ApiClient.Answer refused = nodes.browser().get(back);
    assertThat(refused.status()).isEqualTo(400);
    String reference = refused.header("X-Request-Id").orElseThrow();
    assertThat(refused.body()).contains("BROWSER_DIFFERS", reference);
    ApiClient.Answer audit = owner.browser()
        .get("/api/user/organizations/" + organization + "/audit-events?limit=10");
    assertThat(audit.body()).contains(reference, "BROWSER_DIFFERS", "sso-round-trip");
  }

  @Test
  void signs_out_here_and_says_where_to_sign_out_there() {
    ApiClient browser = nodes.browser();
    browser.get(away(browser, ""));
    ApiClient.Answer out = browser.post("/api/auth/logout", Map.of());
    assertThat(out.status()).as(out.body()).isEqualTo(200);
    assertThat(browser.get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void ends_the_session_when_the_provider_says_that_the_person_is_gone() {
    ApiClient browser = nodes.browser();
    browser.get(away(browser, ""));
    String user = browser.get("/api/auth/me").data().at("/user/id").asText();
    provider.forget(subject);
    assertThat(nodes.database().change("""
        UPDATE provider_session SET next_check_at = now()
        WHERE sealed_refresh_token IS NOT NULL AND session_id IN (SELECT id FROM session WHERE user_id = ?)""", user))
        .isEqualTo(1);
    Await.until("the session ends", Duration.ofSeconds(30), () -> browser.get("/api/auth/me").status() == 401);
  }

  /** Begins in a browser and goes to the provider. @return the path and query by which it comes back */
  private String away(ApiClient browser, String query) {
    ApiClient.Answer begun = browser.get("/api/auth/sso/" + slug + "/login" + query);
    assertThat(begun.status()).as(begun.body()).isEqualTo(302);
    URI callback = follow(URI.create(begun.header("Location").orElseThrow()));
    assertThat(callback.toString()).startsWith(nodes.publicUrl() + "/api/auth/sso/callback?");
    return callback.getRawPath() + "?" + callback.getRawQuery();
  }

  private URI follow(URI address) {
    try {
      HttpResponse<Void> answer = world.send(HttpRequest.newBuilder(address).build(),
          HttpResponse.BodyHandlers.discarding());
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
