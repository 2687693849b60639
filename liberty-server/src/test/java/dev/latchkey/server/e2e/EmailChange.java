package dev.latchkey.server.e2e;

import java.util.Map;

/** The steps of moving an account to another address. */
final class EmailChange {
  private static final String SUBJECT = "Confirm your new e-mail address for Latchkey";

  private EmailChange() {}

  /** Has a code sent to the new address. @return the challenge */
  static String begin(Person who, String address) {
    ApiClient.Answer answer = who.browser().post("/api/auth/email/change", Map.of("newEmail", address));
    if (answer.status() != 202) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer.data().path("challengeId").asText();
  }

  static ApiClient.Answer resend(ApiClient browser, String challenge) {
    return browser.post("/api/auth/email/resend", Map.of("challengeId", challenge));
  }

  static String codeTo(TwoNodes nodes, String address) {
    return nodes.mailbox().awaitMailTo(address, mail -> mail.subject().equals(SUBJECT)).code();
  }
}
