package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The address that a sign-up was started with, kept by the browser that typed it and by nobody else: the page that asks
 * for the code shows it without having to ask, or tell, who is behind a challenge.
 */
final class PendingAddress {
  private static final String NAME = "__Host-latchkey-signup";

  private PendingAddress() {}

  static String cookie(SecretId challenge, EmailAddress address) {
    String encoded = Base64.getUrlEncoder().withoutPadding()
        .encodeToString(address.value().getBytes(StandardCharsets.UTF_8));
    return Cookies.lasting(NAME, challenge.value() + "." + encoded, Purpose.SIGN_UP.lifetime());
  }

  static String cleared() {
    return Cookies.cleared(NAME);
  }

  /** The address, if the cookie is of this very challenge. */
  static Optional<EmailAddress> of(Visit visit, SecretId challenge) {
    String prefix = challenge.value() + ".";
    return visit.cookie(NAME).filter(value -> value.startsWith(prefix))
        .flatMap(value -> decode(value.substring(prefix.length())));
  }

  private static Optional<EmailAddress> decode(String encoded) {
    try {
      return Optional.of(new EmailAddress(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | InvalidValue e) {
      return Optional.empty();
    }
  }
}
