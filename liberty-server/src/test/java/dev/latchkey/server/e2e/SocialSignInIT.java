package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.TestProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign in at providers that the operator has set up for all, and come back to either node. */
@ExtendWith(TwoNodes.Extension.class)
class SocialSignInIT {
  private static final int MANY = 16;
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String OTHER_TENANT = "66666666-7777-8888-9999-000000000000";

  private final TwoNodes nodes;
  private final String subject = UUID.randomUUID().toString();
  private final String email = "mia-" + subject + "@elsewhere.example";
  private final HttpClient world = HttpClient.newHttpClient();

  SocialSignInIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @Test
  void opens_an_account_at_the_first_sign_in_and_knows_it_at_the_second() {
    google(email, true);
    ApiClient browser = nodes.browser();
    String back = away(browser, "google", "?returnTo=/account/profile");
    ApiClient there = browser.at(nodes.second().uri());
    ApiClient.Answer in = there.get(back);
    assertThat(in.status()).as(in.body()).isEqualTo(303);
    assertThat(in.header("Location")).hasValue(nodes.publicUrl() + "/account/profile");
    ApiClient.Answer me = there.get("/api/auth/me");
    assertThat(me.data().at("/user/email").asText()).isEqualTo(email);
    assertThat(me.data().at("/session/proofs/0/type").asText()).isEqualTo("social");
    google("renamed-" + email, false);
    ApiClient again = nodes.browser();
    again.get(away(again, "google", ""));
    assertThat(again.get("/api/auth/me").data().at("/user/id")).isEqualTo(me.data().at("/user/id"));
    assertThat(accounts(email)).isEqualTo(1);
    assertThat(nodes.database().number("SELECT count(*) FROM social_identity WHERE subject = ? AND email = ?", subject,
        "renamed-" + email)).isEqualTo(1);
  }

  @Test
  void of_sixteen_who_come_for_the_first_time_at_once_all_get_into_one_account() {
    google(email, true);
    List<ApiClient> browsers = IntStream.range(0, MANY).mapToObj(i -> nodes.browser()).toList();
    List<String> ways = browsers.stream().map(browser -> away(browser, "google", "")).toList();
    List<ApiClient.Answer> answers = Together.run(MANY, i -> {
      ApiClient one = browsers.get(i).at(nodes.node(i).uri());
      return () -> one.get(ways.get(i));
    });
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(303));
    assertThat(accounts(email)).isEqualTo(1);
  }

  @Test
  void trusts_no_address_that_is_not_vouched_for() {
    google(email, false);
    refused("google", 403, "EMAIL_NOT_VERIFIED");
    TestProvider microsoft = nodes.social().microsoft();
    microsoft.signsIn(nodes.social().atMicrosoft(TENANT, subject, email).with("email_verified", true));
    refused("microsoft", 403, "EMAIL_MISSING");
    microsoft.signsIn(nodes.social().atMicrosoft(TENANT, subject, email).with("xms_edov", 1).with("tid", OTHER_TENANT));
    refused("microsoft", 401, "TOKEN_ISSUER");
    assertThat(accounts(email)).isZero();
    microsoft.signsIn(nodes.social().atMicrosoft(TENANT, subject, email).with("xms_edov", 1));
    ApiClient browser = nodes.browser();
    assertThat(browser.get(away(browser, "microsoft", "")).status()).isEqualTo(303);
    assertThat(nodes.database().number("SELECT count(*) FROM social_identity WHERE issuer = ? AND subject = ?",
        microsoft.origin() + "/" + TENANT + "/v2.0", subject)).isEqualTo(1);
  }

  @Test
  void leads_into_an_account_in_use_only_once_it_is_connected_from_inside_and_never_past_single_sign_on() {
    Person ada = nodes.someone();
    google(ada.email(), true);
    ApiClient.Answer refused = refused("google", 403, "ACCOUNT_EXISTS");
    assertThat(refused.body()).contains("Linked identities");
    ApiClient inside = ada.browser();
    ApiClient.Answer begun = inside.post("/api/auth/identities/link-social/google", Map.of());
    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    ApiClient.Answer linked = inside.get(follow(URI.create(begun.data().path("redirect").asText())));
    assertThat(linked.header("Location")).hasValue(nodes.publicUrl() + "/account/identities?notice=socialLinked");
    ApiClient outside = nodes.browser();
    assertThat(outside.get(away(outside, "google", "")).status()).isEqualTo(303);
    String organization = ada.welcome().data().at("/organizations/0/id").asText();
    String path = "/api/user/organizations/" + organization;
    assertThat(outside.get(path).status()).isEqualTo(200);
    nodes.database().change("UPDATE organization SET auth_required = 'SSO' WHERE id = ?", organization);
    assertThat(outside.get(path).body()).contains("SSO_REQUIRED");
    ApiClient anew = nodes.browser();
    ApiClient.Answer instead =
        anew.header("Accept", "application/json").get(away(anew, "google", ""));
    assertThat(instead.status()).as(instead.body()).isEqualTo(403);
    assertThat(instead.body()).contains("SSO_REQUIRED", "/api/auth/sso/");
  }

  private void google(String address, boolean verified) {
    nodes.social().google().signsIn(
        dev.latchkey.adapter.idp.hostile.Person.of(subject, address, "Mia Weber").with("email_verified", verified));
  }

  private long accounts(String address) {
    return nodes.database().number("SELECT count(*) FROM user_account WHERE email = ?", address);
  }

  private ApiClient.Answer refused(String provider, int status, String fault) {
    ApiClient browser = nodes.browser();
    ApiClient.Answer answer = browser.get(away(browser, provider, ""));
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(fault, answer.header("X-Request-Id").orElseThrow());
    return answer;
  }

  /** Begins in a browser and goes to the provider. @return the path and query by which it comes back */
  private String away(ApiClient browser, String provider, String query) {
    ApiClient.Answer begun = browser.get("/api/auth/social/" + provider + "/login" + query);
    assertThat(begun.status()).as(begun.body()).isEqualTo(302);
    String back = follow(URI.create(begun.header("Location").orElseThrow()));
    assertThat(back).startsWith("/api/auth/social/" + provider + "/callback?");
    return back;
  }

  private String follow(URI address) {
    try {
      HttpResponse<Void> answer = world.send(HttpRequest.newBuilder(address).build(),
          HttpResponse.BodyHandlers.discarding());
      URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
      return back.getRawPath() + "?" + back.getRawQuery();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
