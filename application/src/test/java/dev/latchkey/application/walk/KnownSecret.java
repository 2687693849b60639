package dev.latchkey.application.walk;

import dev.latchkey.domain.session.BearerToken;
import java.time.Duration;
import java.time.Instant;

/** A mailed code or link. */
final class KnownSecret {
  final KnownPerson person;
  /** Which the person had when it was asked for. */
  final KnownAddress address;
  final String value;
  final Instant expiresAt;
  /** Who asked for it: the code's challenge, or the link's browser. */
  final String asker;
  final BearerToken browser;
  int triesLeft = 5;

  KnownSecret(KnownPerson person, String value, String asker, BearerToken browser, Instant now) {
    this.person = person;
    this.address = person.address;
    this.value = value;
    this.asker = asker;
    this.browser = browser;
    this.expiresAt = now.plus(Duration.ofMinutes(15));
  }

  boolean isAtHome() {
    return address == person.address;
  }

  boolean isOpen(Instant now) {
    return triesLeft > 0 && now.isBefore(expiresAt);
  }
}
