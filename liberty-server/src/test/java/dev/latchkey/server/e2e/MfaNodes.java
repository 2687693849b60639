package dev.latchkey.server.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Two nodes on one database, and people on them who have an authenticator app. */
record MfaNodes(TestDatabase database, LatchkeyProcess first, LatchkeyProcess second) implements AutoCloseable {
  private static final String PASSWORD = "vivid otters juggle ninety lamps";

  static MfaNodes start(Path folder) {
    TestDatabase database = TestDatabase.start();
    String port = Integer.toString(LatchkeyProcess.freePort());
    String publicUrl = "http://localhost:" + port;
    LatchkeyProcess first = LatchkeyProcess.in(folder.resolve("first")).on(database)
        .with("LATCHKEY_KEYRING", folder.resolve("keyring.json").toString()).with("LATCHKEY_PUBLIC_URL", publicUrl)
        .with("LATCHKEY_HTTP_PORT", port).start();
    LatchkeyProcess second = LatchkeyProcess.in(folder.resolve("second")).on(database)
        .with("LATCHKEY_KEYRING", folder.resolve("keyring.json").toString()).with("LATCHKEY_PUBLIC_URL", publicUrl)
        .start();
    return new MfaNodes(database, first, second);
  }

  ApiClient browser() {
    return new ApiClient(first.uri()).header("Origin", first.uri().toString());
  }

  /** The same browser at the other node. */
  ApiClient elsewhere(ApiClient browser) {
    return browser.at(second.uri()).header("Origin", first.uri().toString());
  }

  /** Signs somebody up and sets an app up for them; its first step is not used up. */
  Someone someone() {
    ApiClient browser = browser();
    String email = "ada-" + UUID.randomUUID() + "@example.com";
    String challenge = browser.post("/api/auth/signup", Map.of("email", email, "name", "Ada", "password", PASSWORD,
        "organizationName", "Engines")).data().path("challengeId").asText();
    String code = new TrialMailbox(first.uri()).awaitMailTo(email).code();
    expect(200, browser.post("/api/auth/email/verify", Map.of("challengeId", challenge, "code", code)));
    Authenticator app = new Authenticator(browser.post("/api/auth/mfa/totp").data().path("secret").asText());
    ApiClient.Answer enrolled = expect(200, browser.post("/api/auth/mfa/totp/confirm", Map.of("code", app.code(0))));
    forget();
    return new Someone(email, browser, app, enrolled);
  }

  /** Signs in with the password alone. */
  ApiClient halfSignedIn(Someone someone) {
    ApiClient browser = browser();
    ApiClient.Answer answer = signIn(browser, someone);
    if (!answer.data().at("/session/mfa").asText().equals("required")) {
      throw new IllegalStateException(answer.body());
    }
    return browser;
  }

  ApiClient.Answer signIn(ApiClient browser, Someone someone) {
    return expect(200, browser.post("/api/auth/login", Map.of("email", someone.email(), "password", PASSWORD)));
  }

  /** As if time had passed: no guess is counted any more, and no step of an app is used up. */
  void forget() {
    change("DELETE FROM guess_count");
    change("UPDATE totp_authenticator SET last_step = -1");
  }

  /** Lets everything that a person's sessions have shown become an hour older. */
  void age(Someone someone) {
    change("UPDATE session SET proofs = (SELECT string_agg(split_part(p, ',', 1) || ',' "
        + "|| (split_part(p, ',', 2)::bigint - 3600000000), ';') FROM unnest(string_to_array(proofs, ';')) p) "
        + "WHERE user_id = (SELECT id FROM user_account WHERE email = ?)", someone.email());
  }

  void change(String sql, String... values) {
    try (Connection connection = database.connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static ApiClient.Answer expect(int status, ApiClient.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    try (database; second) {
      first.close();
    }
  }

  /**
   * Somebody with an app.
   *
   * @param browser in which it was set up; signed in completely
   */
  record Someone(String email, ApiClient browser, Authenticator app, ApiClient.Answer enrolled) {
    String recoveryCode(int number) {
      return enrolled.data().path("recoveryCodes").path(number).asText();
    }
  }
}
