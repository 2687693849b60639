package dev.latchkey.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderSignInTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Instant THIS_MORNING = NOON.minus(Duration.ofHours(3));

  @Test
  void counts_from_when_the_provider_says_and_never_from_later_than_now() {
    assertThat(at(THIS_MORNING).opening()).isEqualTo(THIS_MORNING);
    assertThat(at(NOON.plus(SECOND)).opening()).isEqualTo(NOON);
    assertThat(unstated().opening()).as("signing in counts").isEqualTo(NOON);
  }

  @Test
  void makes_a_session_no_fresher_if_the_provider_does_not_say_when_it_was() {
    assertThat(unstated().within(session())).isEqualTo(session().createdAt());
    assertThat(at(NOON.minus(SECOND)).within(session())).isEqualTo(NOON.minus(SECOND));
  }

  @Test
  void bears_with_a_providers_clock_that_is_a_minute_behind() {
    assertThat(at(NOON.minus(ProviderSignIn.SKEW)).notAnewSince(NOON)).isEmpty();
    assertThat(at(NOON.minus(ProviderSignIn.SKEW).minus(SECOND)).notAnewSince(NOON)).hasValueSatisfying(problem -> {
      assertThat(problem.fault()).isEqualTo(SsoFault.NOT_SIGNED_IN_ANEW);
      assertThat(problem.detail()).contains("2026-03-02T11:58:59Z", "2026-03-02T12:00:00Z");
    });
  }

  @Test
  void is_not_anew_if_nobody_says_when_it_was() {
    assertThat(unstated().notAnewSince(NOON)).hasValueSatisfying(problem -> {
      assertThat(problem.fault()).isEqualTo(SsoFault.NOT_SIGNED_IN_ANEW);
      assertThat(problem.detail()).contains("auth_time");
    });
  }

  private static ProviderSignIn at(Instant stated) {
    return new ProviderSignIn(Optional.of(stated), NOON);
  }

  private static ProviderSignIn unstated() {
    return new ProviderSignIn(Optional.empty(), NOON);
  }

  private static Session session() {
    return new Session(new SessionId("01HZX3T5J8K2M4N6P7Q9R0S1T2"), new UserId("01HZX3T5J8K2M4N6P7Q9R0S1T3"),
        Proofs.of(new Proof.Password(THIS_MORNING)), THIS_MORNING, NOON, "", "");
  }
}
