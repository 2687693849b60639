package dev.latchkey.application.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.contract.Ports;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Thousands of steps in memory. */
class RandomWalkTest {
  @Test
  void the_application_and_the_model_agree_after_every_step() {
    new Walks(InMemoryPorts::empty).take(60, 250);
  }

  @Test
  void a_mistake_is_noticed_and_shown_in_few_steps() {
    assertThatThrownBy(() -> new Walks(RandomWalkTest::withoutEndingSessions).take(60, 250))
        .isInstanceOf(AssertionError.class).hasMessageContaining("-Dwalk.seed=")
        .hasMessageContaining("expected None, but it is Live").hasMessageContaining("Step[kind=")
        .satisfies(error -> assertThat(error.getMessage().lines().count())
            .isLessThan(12));
  }

  /** Ports that forget to end a person's other sessions. */
  private static Ports withoutEndingSessions() {
    InMemoryPorts ports = InMemoryPorts.empty();
    OwnSessions broken = new OwnSessions() {
      @Override
      public List<Session> of(UserId user) {
        return ports.ownSessions().of(user);
      }

      @Override
      public boolean end(UserId user, SessionId id) {
        return ports.ownSessions().end(user, id);
      }

      @Override
      public int endAll(UserId user, Optional<SessionId> except) {
        return 0;
      }
    };
    return (Ports) Proxy.newProxyInstance(RandomWalkTest.class.getClassLoader(), new Class<?>[]{Ports.class},
        (proxy, method, arguments) -> method.getName().equals("ownSessions")
            ? broken
            : method.invoke(ports, arguments));
  }
}
