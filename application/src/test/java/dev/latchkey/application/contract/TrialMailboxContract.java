package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.mail.TrialMailbox;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link TrialMailbox}. */
public abstract class TrialMailboxContract extends PortContract {
  private final TrialMailbox mailbox = ports.trialMailbox();
  private final EmailAddress recipient = Examples.email();

  protected TrialMailboxContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void has_nothing_for_an_address_that_got_no_mail() {
    add(noon);
    assertThat(mailbox.list(Optional.of(Examples.email()))).isEmpty();
  }

  @Test
  void shows_mails_as_they_were_sent_newest_first() {
    OutgoingMail first = add(noon);
    OutgoingMail second = add(noon.plusSeconds(1));
    List<TrialMailbox.Received> both = List.of(new TrialMailbox.Received(second, noon.plusSeconds(1)),
        new TrialMailbox.Received(first, noon));
    assertThat(mailbox.list(Optional.of(recipient))).isEqualTo(both);
    assertThat(mailbox.list(Optional.empty())).startsWith(both.toArray(TrialMailbox.Received[]::new));
  }

  @Test
  void shows_a_mail_once_that_was_sent_twice() {
    OutgoingMail mail = add(noon);
    mailbox.add(mail, noon.plusSeconds(1));
    assertThat(mailbox.list(Optional.of(recipient))).hasSize(1);
  }

  @Test
  void shows_the_newest_hundred() {
    for (int i = 0; i < 105; i++) {
      add(noon.plusSeconds(i));
    }
    assertThat(mailbox.list(Optional.of(recipient))).hasSize(100)
        .allMatch(received -> received.sentAt().isAfter(noon.plusSeconds(4)));
  }

  private OutgoingMail add(Instant sentAt) {
    OutgoingMail mail = Examples.mail(recipient, noon.plusSeconds(900));
    mailbox.add(mail, sentAt);
    return mail;
  }
}
