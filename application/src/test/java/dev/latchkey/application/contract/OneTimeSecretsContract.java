package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.onetime.OneTimeSecrets;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link OneTimeSecrets}. */
public abstract class OneTimeSecretsContract extends PortContract {
  private static final String RIGHT = "12345678";
  private static final String WRONG = "00000000";
  private static final Map<String, String> FACTS = Map.of("email", "zoë@example.com", "password", "$fake$1$x");

  private final OneTimeSecrets secrets = ports.oneTimeSecrets();
  private final SecretId id = new SecretId(Examples.id());
  private final Instant afterExpiry = noon.plus(Purpose.SIGN_UP.lifetime());

  protected OneTimeSecretsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void knows_no_secret_that_was_never_issued() {
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Refused("unknown"));
    assertThat(secrets.find(Purpose.SIGN_UP, id, noon)).isEmpty();
    assertThat(secrets.renew(Purpose.SIGN_UP, id, RIGHT, noon)).isEmpty();
  }

  @Test
  void can_be_looked_at_without_being_used_up_but_wrong_looks_cost_tries() {
    issue();
    assertThat(secrets.check(Purpose.SIGN_UP, id, RIGHT, noon)).isEqualTo(new Taken.Granted(FACTS));
    assertThat(secrets.check(Purpose.SIGN_UP, id, WRONG, noon)).isEqualTo(new Taken.Refused("wrong"));
    assertThat(secrets.find(Purpose.SIGN_UP, id, noon)).get().extracting(OneTimeSecret::triesLeft)
        .isEqualTo(Purpose.SIGN_UP.tries() - 1);
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Granted(FACTS));
    assertThat(secrets.check(Purpose.SIGN_UP, id, RIGHT, noon)).isEqualTo(new Taken.Refused("taken"));
  }

  @Test
  void shows_an_open_secret_with_its_facts() {
    OneTimeSecret secret = issue();
    assertThat(secrets.find(Purpose.SIGN_UP, id, noon)).contains(secret);
  }

  @Test
  void gives_the_facts_for_the_right_answer_once() {
    issue();
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Granted(FACTS));
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Refused("taken"));
    assertThat(secrets.find(Purpose.SIGN_UP, id, noon)).isEmpty();
  }

  @Test
  void gives_the_facts_to_one_of_sixteen_who_answer_together() {
    issue();
    List<Taken> results = Together.run(16, () -> take(RIGHT, noon));
    assertThat(results).filteredOn(Taken.Granted.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(new Taken.Refused("taken")::equals).hasSize(15);
  }

  @Test
  void counts_every_one_of_sixteen_wrong_answers_given_together() {
    issue();
    List<Taken> results = Together.run(16, () -> take(WRONG, noon));
    assertThat(results).filteredOn(new Taken.Refused("wrong")::equals).hasSize(Purpose.SIGN_UP.tries());
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Refused("used-up"));
  }

  @Test
  void refuses_after_expiry_for_good_even_if_the_clock_is_set_back() {
    issue();
    assertThat(take(RIGHT, afterExpiry)).isEqualTo(new Taken.Refused("expired"));
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Refused("expired"));
  }

  @Test
  void remembers_an_expiry_that_was_only_looked_at() {
    issue();
    assertThat(secrets.find(Purpose.SIGN_UP, id, afterExpiry)).isEmpty();
    assertThat(secrets.find(Purpose.SIGN_UP, id, noon)).isEmpty();
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Refused("expired"));
  }

  @Test
  void goes_by_the_newest_time_stored_when_the_clock_lags_behind() {
    issue();
    secrets.issue(OneTimeSecret.issued(new SecretId(Examples.id()), Purpose.SIGN_UP, RIGHT, FACTS, afterExpiry));
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Refused("expired"));
  }

  @Test
  void accepts_only_the_new_secret_once_it_was_renewed() {
    issue();
    take(WRONG, noon);
    OneTimeSecret renewed = secrets.renew(Purpose.SIGN_UP, id, "87654321", noon.plusSeconds(60)).orElseThrow();
    assertThat(renewed.triesLeft()).isEqualTo(Purpose.SIGN_UP.tries());
    assertThat(renewed.expiresAt()).isEqualTo(afterExpiry.plusSeconds(60));
    assertThat(secrets.find(Purpose.SIGN_UP, id, afterExpiry)).contains(renewed);
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Refused("wrong"));
    assertThat(take("87654321", noon)).isEqualTo(new Taken.Granted(FACTS));
  }

  @Test
  void renews_nothing_that_is_closed() {
    issue();
    take(RIGHT, noon);
    assertThat(secrets.renew(Purpose.SIGN_UP, id, "87654321", noon)).isEmpty();
    assertThat(take("87654321", noon)).isEqualTo(new Taken.Refused("taken"));
  }

  @Test
  void is_as_open_as_before_when_the_unit_that_took_it_rolls_back() {
    issue();
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      assertThat(take(RIGHT, noon)).isInstanceOf(Taken.Granted.class);
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(take(RIGHT, noon)).isEqualTo(new Taken.Granted(FACTS));
  }

  private OneTimeSecret issue() {
    OneTimeSecret secret = OneTimeSecret.issued(id, Purpose.SIGN_UP, RIGHT, FACTS, noon);
    secrets.issue(secret);
    return secret;
  }

  private Taken take(String answer, Instant now) {
    return secrets.take(Purpose.SIGN_UP, id, answer, now);
  }
}
