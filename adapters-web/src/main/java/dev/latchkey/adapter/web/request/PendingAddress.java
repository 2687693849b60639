package dev.latchkey.adapter.web.request;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The address that a journey by mail was started with, kept by the browser that typed it and by nobody else: the pages
 * that follow show it without having to ask, or tell, who is behind a challenge.
 */
public enum PendingAddress {
  SIGN_UP("__Host-latchkey-signup", Purpose.SIGN_UP), RESET("__Host-latchkey-reset",
      Purpose.PASSWORD_RESET), EMAIL_CHANGE("__Host-latchkey-email",
          Purpose.EMAIL_CHANGE), SETUP("__Host-latchkey-setup", Purpose.SETUP_CODE),
  /** The one that was typed on the sign-in page, whatever comes of it. */
  SIGN_IN("__Host-latchkey-signin", Purpose.MAGIC_LINK);

  private static final String NO_CHALLENGE = "typed";

  private final String name;
  private final Purpose purpose;

  PendingAddress(String name, Purpose purpose) {
    this.name = name;
    this.purpose = purpose;
  }

  public String cookie(SecretId challenge, EmailAddress address) {
    return cookie(challenge.value(), address);
  }

  /** For a journey without a challenge that could be named. */
  public String cookie(EmailAddress address) {
    return cookie(NO_CHALLENGE, address);
  }

  public String cleared() {
    return Cookies.cleared(name);
  }

  /** The address, if the cookie is of this very challenge. */
  public Optional<EmailAddress> of(Visit visit, SecretId challenge) {
    return of(visit, challenge.value());
  }

  /** The address, if the browser has a cookie without a challenge. */
  public Optional<EmailAddress> of(Visit visit) {
    return of(visit, NO_CHALLENGE);
  }

  private String cookie(String challenge, EmailAddress address) {
    String encoded = Base64.getUrlEncoder().withoutPadding()
        .encodeToString(address.value().getBytes(StandardCharsets.UTF_8));
    return Cookies.lasting(name, challenge + "." + encoded, purpose.lifetime());
  }

  private Optional<EmailAddress> of(Visit visit, String challenge) {
    String prefix = challenge + ".";
    return visit.cookie(name).filter(value -> value.startsWith(prefix))
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
