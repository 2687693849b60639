package dev.latchkey.application.mail;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Instant;
import java.util.List;

/** Mails that wait to be sent, kept encrypted until they are. */
public interface MailOutbox {
  /** Adds a mail in the running unit of work, so that it goes out exactly when what it tells stands. */
  void enqueue(OutgoingMail mail, Instant now);

  /** How many mails were enqueued for an address since a moment, sent or not. */
  int countSince(EmailAddress to, Instant since);

  /**
   * Hands out mails that are due, each to one caller only until its lease ends; erases those that expired.
   *
   * @param leasedUntil when an unanswered claim may be taken over
   */
  List<Due> claim(int atMost, Instant now, Instant leasedUntil);

  /** Erases the body of a mail that was handed over. */
  void sent(MailId id, Instant now);

  void retryAt(MailId id, Instant next);

  /** @param failures how often handing it over has failed before */
  record Due(OutgoingMail mail, int failures) {}
}
