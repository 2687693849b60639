package dev.latchkey.domain.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.housekeeping.Outdated.Kind;
import dev.latchkey.domain.session.SessionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2028-02-29T12:00:00Z");
  private final List<Outdated> outdated =
      Retention.at(NOW, new SessionLimits(Duration.ofHours(12), Duration.ofDays(7)));

  @Test
  void says_of_every_kind_when_it_is_over() {
    assertThat(outdated).extracting(Outdated::kind).containsExactlyInAnyOrder(Kind.values());
  }

  @Test
  void keeps_each_for_as_long_as_somebody_needs_it() {
    assertThat(outdated).contains(
        new Outdated(Kind.ONE_TIME_SECRET, Instant.parse("2028-02-28T12:00:00Z")),
        new Outdated(Kind.MAIL, Instant.parse("2028-02-29T11:00:00Z")),
        new Outdated(Kind.IDLE_SESSION, Instant.parse("2028-02-29T00:00:00Z")),
        new Outdated(Kind.OLD_SESSION, Instant.parse("2028-02-22T12:00:00Z")),
        new Outdated(Kind.INVITATION, Instant.parse("2028-01-30T12:00:00Z")),
        new Outdated(Kind.DOMAIN_CLAIM, Instant.parse("2028-01-30T12:00:00Z")),
        new Outdated(Kind.AUDIT_EVENT, Instant.parse("2027-02-28T12:00:00Z")));
  }
}
