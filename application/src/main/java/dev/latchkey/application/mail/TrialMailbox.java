package dev.latchkey.application.mail;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where mails go in a trial without a mail server, to be read on a page of the same machine. */
public interface TrialMailbox {
  void add(OutgoingMail mail, Instant sentAt);

  /** The newest mails first, at most 100. */
  List<Received> list(Optional<EmailAddress> to);

  /** A mail that arrived. */
  record Received(OutgoingMail mail, Instant sentAt) {}
}
