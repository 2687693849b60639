package dev.latchkey.application.mail;

import dev.latchkey.domain.mail.OutgoingMail;

/** Hands a mail over to the mail server. */
@FunctionalInterface
public interface MailTransport {
  /** @throws NotAccepted if it was not taken over; trying later may help */
  void send(OutgoingMail mail);

  /** The mail server is away or refused the mail. */
  final class NotAccepted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAccepted(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
