package dev.latchkey.application.memory;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.mail.MailOutbox;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link MailOutbox} in memory. */
public final class InMemoryMailOutbox implements MailOutbox {
  private final UnitOfWork unitOfWork;
  private final Table<MailId, Row> rows;

  public InMemoryMailOutbox(InMemoryDatabase database) {
    unitOfWork = database;
    rows = database.table();
  }

  @Override
  public void enqueue(OutgoingMail mail, Instant now) {
    rows.add(mail.id(), new Row(mail.to(), Optional.of(mail), now, now, 0), other -> false);
  }

  @Override
  public int countSince(EmailAddress to, Instant since) {
    return Math.toIntExact(
        rows.all().stream().filter(row -> row.to().equals(to) && !row.enqueuedAt().isBefore(since)).count());
  }

  @Override
  public List<Due> claim(int atMost, Instant now, Instant leasedUntil) {
    return unitOfWork.run(() -> {
      waiting().filter(mail -> !now.isBefore(mail.expiresAt())).forEach(mail -> rows.change(mail.id(), Row::erased));
      List<Due> due = rows.all().stream().filter(row -> row.mail().isPresent() && !row.dueAt().isAfter(now))
          .sorted(Comparator.comparing(Row::dueAt)).limit(atMost)
          .map(row -> new Due(row.mail().orElseThrow(), row.failures())).toList();
      due.forEach(claimed -> rows.change(claimed.mail().id(), row -> row.dueAt(leasedUntil)));
      return due;
    });
  }

  @Override
  public void sent(MailId id, Instant now) {
    rows.change(id, Row::erased);
  }

  @Override
  public void retryAt(MailId id, Instant next) {
    rows.change(id, row -> row.failedUntil(next));
  }

  /** What was not handed over yet, oldest first. */
  public Stream<OutgoingMail> waiting() {
    return rows.all().stream().flatMap(row -> row.mail().stream());
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(row -> row.mail().isEmpty() && row.enqueuedAt().isBefore(before), atMost);
  }

  /** @param mail absent once it was sent or expired */
  private record Row(EmailAddress to, Optional<OutgoingMail> mail, Instant enqueuedAt, Instant dueAt, int failures) {
    Row erased() {
      return new Row(to, Optional.empty(), enqueuedAt, dueAt, failures);
    }

    Row dueAt(Instant next) {
      return new Row(to, mail, enqueuedAt, next, failures);
    }

    Row failedUntil(Instant next) {
      return new Row(to, mail, enqueuedAt, next, failures + 1);
    }
  }
}
