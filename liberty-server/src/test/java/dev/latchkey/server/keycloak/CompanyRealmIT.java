package dev.latchkey.server.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the other tests with Keycloak rely on: that it insists on what we say it insists on. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyRealmIT {
  private static final URI LATCHKEY = URI.create("http://localhost:9");
  private static final String CALLBACK = LATCHKEY + "/api/auth/sso/callback";
  /** As long as the SHA-256 of a verifier. */
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final CompanyRealm realm;

  CompanyRealmIT(Keycloak keycloak) {
    realm = CompanyRealm.create(keycloak, "yardstick", "Yardstick", LATCHKEY, "yardstick");
  }

  @Test
  void the_client_has_to_send_a_challenge_of_s256() throws Exception {
    assertThat(begin(CALLBACK, "").headers().firstValue("Location")).hasValueSatisfying(
        location -> assertThat(location).startsWith(CALLBACK).contains("error=invalid_request", "code_challenge"));
    assertThat(begin(CALLBACK, "&code_challenge_method=plain&code_challenge=" + CHALLENGE).headers()
        .firstValue("Location")).hasValueSatisfying(location -> assertThat(location).contains("error=invalid_request"));
    assertThat(begin(CALLBACK, "&code_challenge_method=S256&code_challenge=" + CHALLENGE).statusCode()).isEqualTo(200);
  }

  @Test
  void only_our_callbacks_are_answered() throws Exception {
    String challenge = "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
    assertThat(begin(LATCHKEY + "/api/auth/sso/yardstick/callback", challenge).statusCode()).isEqualTo(200);
    assertThat(begin(LATCHKEY + "/elsewhere", challenge).statusCode()).isEqualTo(400);
  }

  @Test
  void rotated_keys_replace_the_old_ones() throws Exception {
    List<String> before = realm.signingKeys();
    assertThat(before).hasSize(1);
    realm.rotateKeys();
    List<String> after = realm.signingKeys();
    assertThat(after).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(get(realm.issuer() + "/protocol/openid-connect/certs").body()).contains(after.getFirst())
        .doesNotContain(before.getFirst());
  }

  @Test
  void a_changed_secret_is_another_one() {
    assertThat(realm.changeClientSecret()).isNotBlank().isNotEqualTo(realm.clientSecret());
  }

  private HttpResponse<String> begin(String callback, String challenge) throws IOException, InterruptedException {
    return get(realm.issuer() + "/protocol/openid-connect/auth?response_type=code&scope=openid&state=1&client_id="
        + CompanyRealm.CLIENT_ID + "&redirect_uri=" + callback + challenge);
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(),
        BodyHandlers.ofString());
  }
}
