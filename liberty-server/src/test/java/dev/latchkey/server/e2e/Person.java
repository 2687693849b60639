package dev.latchkey.server.e2e;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody who has just signed up.
 *
 * @param browser signed in
 * @param welcome the answer that signed them in
 * @param code that proved the address
 */
record Person(String email, ApiClient browser, ApiClient.Answer welcome, String code) {
  static final String PASSWORD = "vivid otters juggle ninety lamps";
  static final String SESSION = "__Host-latchkey";
  static final String BROWSER = "__Host-latchkey-browser";

  /** An address that nobody used before. */
  static String newAddress() {
    return "ada-" + UUID.randomUUID() + "@example.com";
  }

  /** What somebody types who signs up. */
  static Map<String, String> application(String email) {
    return Map.of("email", email, "name", "Ada Lovelace", "password", PASSWORD, "organizationName", "Engines");
  }

  /** Asks for an account. @return the challenge that waits for the code */
  static String applyAt(ApiClient browser, String email) {
    ApiClient.Answer answer = browser.post("/api/auth/signup", application(email));
    if (answer.status() != 202) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer.data().path("challengeId").asText();
  }

  static ApiClient.Answer verify(ApiClient browser, String challenge, String code) {
    return browser.post("/api/auth/email/verify", Map.of("challengeId", challenge, "code", code));
  }

  static ApiClient.Answer signIn(ApiClient browser, String email, String password) {
    return browser.post("/api/auth/login", Map.of("email", email, "password", password));
  }

  static Person signUp(ApiClient browser, TrialMailbox mailbox) {
    String email = newAddress();
    String challenge = applyAt(browser, email);
    String code = mailbox.awaitMailTo(email).code();
    ApiClient.Answer welcome = verify(browser, challenge, code);
    if (welcome.status() != 200) {
      throw new IllegalStateException(welcome.status() + " " + welcome.body());
    }
    return new Person(email, browser, welcome, code);
  }

  /** The value of the cookie that a browser has. */
  static String token(ApiClient browser) {
    return browser.cookie(SESSION).orElseThrow();
  }

  String token() {
    return token(browser);
  }

  String id() {
    return welcome.data().at("/user/id").asText();
  }

  String sessionId() {
    return welcome.data().at("/session/id").asText();
  }

  String organization() {
    return welcome.data().at("/organizations/0/id").asText();
  }
}
