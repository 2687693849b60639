package dev.latchkey.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Somebody who has set up an authenticator app, in the browser in which they signed up.
 *
 * @param recoveryCodes ten of them
 */
record Enrolled(TwoNodes nodes, Person person, Authenticator app, List<String> recoveryCodes) {
  static final String TOTP = "/api/auth/mfa/totp";
  static final String VERIFY = "/api/auth/mfa/verify";

  static Enrolled on(TwoNodes nodes) {
    Person person = nodes.someone();
    ApiClient browser = person.browser();
    Authenticator app = setUp(browser);
    ApiClient.Answer done = expect(200, browser.post(TOTP + "/confirm", Map.of("code", app.code(0))));
    Enrolled enrolled = new Enrolled(nodes, person, app,
        StreamSupport.stream(done.data().path("recoveryCodes").spliterator(), false).map(JsonNode::asText).toList());
    enrolled.forget();
    return enrolled;
  }

  /** Has a key offered. */
  static Authenticator setUp(ApiClient browser) {
    return new Authenticator(expect(200, browser.post(TOTP)).data().path("secret").asText());
  }

  ApiClient browser() {
    return person.browser();
  }

  /** A session of that node that has shown the password alone. */
  ApiClient halfSignedInAt(LatchkeyProcess node) {
    ApiClient browser = nodes.browserAt(node);
    ApiClient.Answer answer = expect(200, Person.signIn(browser, person.email(), Person.PASSWORD));
    if (!answer.data().at("/session/mfa").asText().equals("required")) {
      throw new IllegalStateException(answer.body());
    }
    return browser;
  }

  /** The same browser at the second node. */
  ApiClient elsewhere(ApiClient browser) {
    return browser.at(nodes.second().uri()).header("Origin", nodes.publicUrl());
  }

  /** As if time had passed: no guess is counted any more, and no step of the app is used up. */
  void forget() {
    forgetGuesses();
    nodes.database().change("UPDATE totp_authenticator SET last_step = -1 WHERE user_id = ?", person.id());
  }

  void forgetGuesses() {
    nodes.database().change("DELETE FROM guess_count");
  }

  /** Lets all that this person's sessions have shown become an hour older. */
  void age() {
    nodes.database().change("UPDATE session SET proofs = (SELECT string_agg(split_part(p, ',', 1) || ',' "
        + "|| (split_part(p, ',', 2)::bigint - 3600000000), ';') FROM unnest(string_to_array(proofs, ';')) p) "
        + "WHERE user_id = ?", person.id());
  }

  private static ApiClient.Answer expect(int status, ApiClient.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
