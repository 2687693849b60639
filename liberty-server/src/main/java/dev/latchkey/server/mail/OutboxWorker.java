package dev.latchkey.server.mail;

import dev.latchkey.application.Unavailable;
import dev.latchkey.application.mail.DeliverMail;
import dev.latchkey.server.work.Bell;
import dev.latchkey.server.work.RepeatedWork;
import java.time.Duration;

/** Empties the outbox as long as this node runs. Every node has one; a mail is claimed by one of them at a time. */
public final class OutboxWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OutboxWorker.class.getName());
  /** For what other nodes left behind, and for what is to be tried again; for a mail of this node the bell is rung. */
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);

  private final DeliverMail deliverMail;
  private final RepeatedWork work;

  /** @param bell rung whenever there is a mail to send */
  public OutboxWorker(DeliverMail deliverMail, Bell bell) {
    this.deliverMail = deliverMail;
    this.work = new RepeatedWork("mail-outbox", this::once, PAUSE_AFTER_TROUBLE, bell);
  }

  public void start() {
    work.start();
  }

  /** @return how long to rest before the next round */
  private Duration once() {
    try {
      DeliverMail.Outcome outcome = deliverMail.deliver();
      if (outcome.failed() > 0) {
        LOG.log(System.Logger.Level.WARNING, "{0} mail(s) were not taken over and will be tried again",
            outcome.failed());
      }
      return outcome.sent() > 0 ? Duration.ZERO : PAUSE;
    } catch (Unavailable e) {
      // People wait for mails: whoever looks for them in the log shall find why there are none.
      LOG.log(System.Logger.Level.WARNING, "No mail goes out while the database is away");
      return PAUSE_AFTER_TROUBLE;
    }
  }

  /** Stops after the mail at hand. */
  @Override
  public void close() {
    work.close();
  }
}
