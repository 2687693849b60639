package dev.latchkey.domain.mail;

import dev.latchkey.domain.account.EmailAddress;
import java.time.Instant;

/**
 * A mail as it goes out.
 *
 * @param expiresAt after this it is dropped, so that nobody receives a dead secret
 */
public record OutgoingMail(MailId id, EmailAddress to, String subject, String text, String html, Instant expiresAt) {

  /** Keeps bodies, which may hold secrets, out of logs. */
  @Override
  public String toString() {
    return "OutgoingMail[" + id + "]";
  }
}
