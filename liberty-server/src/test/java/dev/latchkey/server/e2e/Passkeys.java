package dev.latchkey.server.e2e;

import dev.latchkey.application.authenticator.Manner;
import dev.latchkey.application.authenticator.SoftAuthenticator;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.domain.passkey.Octets;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a page's script sends about passkeys: WebAuthn's JSON forms. */
final class Passkeys {
  static final String PATH = "/api/auth/passkeys";
  static final String SIGN_IN = PATH + "/authenticate";

  private Passkeys() {}

  /** The challenge for a new passkey of the person who is signed in. */
  static String offer(ApiClient browser) {
    return challengeIn(browser.post(PATH + "/registration-options"));
  }

  /** The challenge for any passkey to sign. */
  static String challenge(ApiClient browser) {
    return challengeIn(browser.post(PATH + "/authentication-options"));
  }

  static ApiClient.Answer register(ApiClient browser, SoftAuthenticator authenticator, Manner manner) {
    return browser.post(PATH, form(authenticator.register(offer(browser), manner), "Test key"));
  }

  static ApiClient.Answer signIn(ApiClient browser, SoftAuthenticator authenticator, Manner manner) {
    return browser.post(SIGN_IN, form(authenticator.sign(challenge(browser), manner)));
  }

  /** RegistrationResponseJSON, and a name. */
  static Map<String, Object> form(RegistrationAnswer answer, String name) {
    Map<String, Object> form = form(answer.credential().base64Url(), Map.of(
        "clientDataJSON", answer.clientData().base64Url(), "attestationObject", answer.attestation().base64Url(),
        "transports", new String[]{"internal"}, "publicKeyAlgorithm", -7));
    form.put("name", name);
    return form;
  }

  /** AuthenticationResponseJSON. */
  static Map<String, Object> form(AssertionAnswer answer) {
    return form(answer.credential().base64Url(), Map.of(
        "clientDataJSON", answer.clientData().base64Url(), "authenticatorData", answer.authenticatorData().base64Url(),
        "signature", answer.signature().base64Url()));
  }

  private static Map<String, Object> form(String credential, Map<String, Object> response) {
    return new HashMap<>(Map.of("id", credential, "rawId", credential, "type", "public-key", "response", response,
        "authenticatorAttachment", "platform", "clientExtensionResults", Map.of("credProps", Map.of("rk", true))));
  }

  /** The id under which a challenge is kept. */
  static String idOf(String challenge) {
    return new String(new Octets(challenge).bytes(), StandardCharsets.US_ASCII).substring(0, 26);
  }

  private static String challengeIn(ApiClient.Answer options) {
    if (options.status() != 200) {
      throw new IllegalStateException(options.status() + " " + options.body());
    }
    return options.data().path("challenge").asText();
  }
}
