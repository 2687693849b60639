package dev.latchkey.application.mail;

import dev.latchkey.domain.mail.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Sends what waits in the outbox. Each mail is sent at least once, and twice only if a node dies between sending and
 * noting it; none is sent after its expiry.
 */
public final class DeliverMail {
  private static final int BATCH = 20;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final MailOutbox outbox;
  private final MailTransport transport;
  private final InstantSource clock;

  public DeliverMail(MailOutbox outbox, MailTransport transport, InstantSource clock) {
    this.outbox = outbox;
    this.transport = transport;
    this.clock = clock;
  }

  /** Tries every mail that is due once. */
  public Outcome deliver() {
    int sent = 0;
    int failed = 0;
    Instant now = clock.instant();
    List<MailOutbox.Due> due = outbox.claim(BATCH, now, now.plus(LEASE));
    for (MailOutbox.Due next : due) {
      if (handOver(next)) {
        sent++;
      } else {
        failed++;
      }
    }
    return new Outcome(sent, failed);
  }

  private boolean handOver(MailOutbox.Due due) {
    Instant now = clock.instant();
    if (!now.isBefore(due.mail().expiresAt())) {
      // A slow mail server used up the time that this one had; the next claim erases it.
      outbox.retryAt(due.mail().id(), now);
      return false;
    }
    try {
      transport.send(due.mail());
    } catch (MailTransport.NotAccepted e) {
      outbox.retryAt(due.mail().id(), now.plus(RetrySchedule.pauseAfter(due.failures() + 1)));
      return false;
    }
    outbox.sent(due.mail().id(), clock.instant());
    return true;
  }

  /**
   * @param sent how many were handed over
   * @param failed how many have to be tried again
   */
  public record Outcome(int sent, int failed) {}
}
