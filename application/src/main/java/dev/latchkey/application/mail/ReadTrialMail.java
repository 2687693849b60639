package dev.latchkey.application.mail;

import dev.latchkey.domain.account.EmailAddress;
import java.util.List;
import java.util.Optional;

/** Shows what would have been sent, in a trial without a mail server. Who may look is decided where it is shown. */
public final class ReadTrialMail {
  private final TrialMailbox mailbox;

  public ReadTrialMail(TrialMailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Reads the newest mails first: those to one address, or everybody's. */
  public Outcome read(Optional<EmailAddress> to) {
    return new Outcome(mailbox.list(to));
  }

  /** The mails that are there, perhaps none. */
  public record Outcome(List<TrialMailbox.Received> mails) {
    public Outcome {
      mails = List.copyOf(mails);
    }
  }
}
