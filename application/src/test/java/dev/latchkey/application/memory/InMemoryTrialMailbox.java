package dev.latchkey.application.memory;

import dev.latchkey.application.mail.TrialMailbox;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link TrialMailbox} in memory. */
public final class InMemoryTrialMailbox implements TrialMailbox {
  private static final int LONGEST_LIST = 100;

  private final Table<MailId, Received> rows;

  public InMemoryTrialMailbox(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public void add(OutgoingMail mail, Instant sentAt) {
    if (rows.find(mail.id()).isEmpty()) {
      rows.put(mail.id(), new Received(mail, sentAt));
    }
  }

  @Override
  public List<Received> list(Optional<EmailAddress> to) {
    return rows.all().stream().filter(received -> to.isEmpty() || to.get().equals(received.mail().to()))
        .sorted(Comparator.comparing(Received::sentAt).reversed()).limit(LONGEST_LIST).toList();
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(received -> received.mail().expiresAt().isBefore(before), atMost);
  }
}
