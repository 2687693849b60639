package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.guessing.GuessCounts;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link GuessCounts}. */
public abstract class GuessCountsContract extends PortContract {
  private final GuessCounts counts = ports.guessCounts();
  private final GuessKey key = GuessKey.of(Examples.email());

  protected GuessCountsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void starts_with_no_failures() {
    assertThat(count()).isEqualTo(GuessCount.none(noon));
  }

  @Test
  void keeps_what_was_saved_apart_for_each_key() {
    GuessCount three = new GuessCount(3, noon.plusSeconds(1));
    save(three);
    assertThat(count()).isEqualTo(three);
    GuessKey other = GuessKey.of(Examples.email());
    assertThat(ports.unitOfWork().run(() -> counts.lock(other, noon))).isEqualTo(GuessCount.none(noon));
  }

  @Test
  void forgets() {
    save(new GuessCount(3, noon));
    ports.unitOfWork().run(() -> {
      counts.forget(key);
      return true;
    });
    assertThat(count().failures()).isZero();
  }

  @Test
  void counts_every_one_of_sixteen_guesses_made_together() {
    Together.run(16, () -> ports.unitOfWork().run(() -> {
      counts.save(key, counts.lock(key, noon).counted(noon));
      return true;
    }));
    assertThat(count().failures()).isEqualTo(16);
  }

  @Test
  void is_as_before_when_the_unit_rolls_back() {
    save(new GuessCount(3, noon));
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      counts.save(key, counts.lock(key, noon).counted(noon));
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(count().failures()).isEqualTo(3);
  }

  private GuessCount count() {
    return ports.unitOfWork().run(() -> counts.lock(key, noon));
  }

  private void save(GuessCount count) {
    ports.unitOfWork().run(() -> {
      counts.save(key, count);
      return true;
    });
  }
}
