package dev.latchkey.application.walk;

import dev.latchkey.domain.account.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An address, whoever has it at the time: what strangers guess at and what is mailed counts for the address. */
final class KnownAddress {
  final EmailAddress value;
  final Tries tries = new Tries();
  final List<Instant> mails = new ArrayList<>();

  KnownAddress(EmailAddress value) {
    this.value = value;
  }

  boolean hasTooManyMails(Instant now) {
    return mails.stream().filter(at -> !at.isBefore(now.minus(Duration.ofHours(1)))).count() >= 10;
  }
}
