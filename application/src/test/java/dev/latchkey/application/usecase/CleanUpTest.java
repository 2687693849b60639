package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.housekeeping.CleanUp;
import dev.latchkey.application.housekeeping.CleanUp.Outcome;
import dev.latchkey.domain.housekeeping.Outdated.Kind;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CleanUpTest {
  private final World world = new World();
  private final CleanUp cleanUp =
      new CleanUp(world.ports.jobLeases(), world.ports.leftovers(), World.RULES, world.clock);
  private final CleanUp otherNode =
      new CleanUp(world.ports.jobLeases(), world.ports.leftovers(), World.RULES, world.clock);

  @Test
  void is_done_once_an_hour_by_whoever_comes_first() {
    assertThat(cleanUp.cleanUp()).isInstanceOf(Outcome.Done.class);
    assertThat(otherNode.cleanUp()).isEqualTo(new Outcome.NotDue());
    world.clock.advance(Duration.ofHours(1));
    assertThat(otherNode.cleanUp()).isInstanceOf(Outcome.Done.class);
    assertThat(cleanUp.cleanUp()).isEqualTo(new Outcome.NotDue());
  }

  @Test
  void goes_on_until_nothing_is_left() {
    for (int i = 0; i < 1_001; i++) {
      world.ports.guessCounts().save(new GuessKey("key " + i), new GuessCount(1, World.NOON));
    }
    world.clock.advance(Duration.ofDays(1));
    Outcome.Done done = (Outcome.Done) cleanUp.cleanUp();
    assertThat(done.removed()).containsEntry(Kind.GUESS_COUNT, 1_001);
  }

  @Test
  void leaves_what_people_still_use() {
    var opened = world.register(World.ADA);
    world.clock.advance(Duration.ofHours(11));
    cleanUp.cleanUp();
    assertThat(world.signIn(World.ADA, World.PASSWORD).getClass().getSimpleName()).isEqualTo("SignedIn");
    assertThat(world.ports.sessions().find(opened.token().hash())).isPresent();
    world.clock.advance(Duration.ofHours(2));
    Outcome.Done done = (Outcome.Done) cleanUp.cleanUp();
    assertThat(done.removed()).containsEntry(Kind.IDLE_SESSION, 1);
    assertThat(world.ports.sessions().find(opened.token().hash())).isEmpty();
  }
}
