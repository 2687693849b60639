package dev.latchkey.application.walk;

import dev.latchkey.application.mail.MailWriter;
import dev.latchkey.application.memory.PlainMailWriter;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;

/** Remembers what the newest mail says. */
final class Mailbox implements MailWriter {
  private final PlainMailWriter plain = new PlainMailWriter();
  private String newest = "";

  @Override
  public OutgoingMail write(MailId id, MailContent content) {
    OutgoingMail mail = plain.write(id, content);
    newest = mail.text();
    return mail;
  }

  String newest() {
    return newest;
  }
}
