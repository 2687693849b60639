package dev.latchkey.application.mail;

import dev.latchkey.application.Ids;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.RecipientLimit;
import java.time.Instant;
import java.time.InstantSource;

/** Writes mails into the outbox, inside the running unit of work, and knows when an address has had enough. */
public final class MailDispatch {
  private final MailWriter writer;
  private final MailOutbox outbox;
  private final Ids ids;
  private final InstantSource clock;

  public MailDispatch(MailWriter writer, MailOutbox outbox, Ids ids, InstantSource clock) {
    this.writer = writer;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  public void send(MailContent content) {
    outbox.enqueue(writer.write(new MailId(ids.next()), content), clock.instant());
  }

  /** Whether strangers have caused enough mails to this address for now; the same for known and unknown ones. */
  public boolean isExhausted(EmailAddress recipient) {
    Instant since = clock.instant().minus(RecipientLimit.PERIOD);
    return RecipientLimit.reached(outbox.countSince(recipient, since));
  }
}
