package dev.latchkey.application.mail;

import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;

/** Words a mail in the recipient's language, as HTML and as text. Every link starts with the configured public URL. */
@FunctionalInterface
public interface MailWriter {
  OutgoingMail write(MailId id, MailContent content);
}
