package dev.latchkey.domain.mail;

import java.time.Duration;

/** How many mails one address may be sent on behalf of strangers, so that nobody's mailbox is flooded through us. */
public final class RecipientLimit {
  public static final int MAILS = 10;
  public static final Duration PERIOD = Duration.ofHours(1);

  private RecipientLimit() {}

  public static boolean reached(int mailsInPeriod) {
    return mailsInPeriod >= MAILS;
  }
}
