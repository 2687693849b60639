package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link OwnSessions}, and of promoting a session. */
public abstract class OwnSessionsContract extends PortContract {
  private final OwnSessions own = ports.ownSessions();
  private User ada;

  protected OwnSessionsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    ada = storedUser();
  }

  @Test
  void lists_a_persons_sessions_newest_first_and_nobody_elses() {
    Session older = opened(ada, 0);
    Session newer = opened(ada, 1);
    opened(storedUser(), 2);
    assertThat(own.of(ada.id())).containsExactly(newer, older);
    assertThat(own.of(storedUser().id())).isEmpty();
  }

  @Test
  void ends_only_sessions_of_that_person() {
    Session mine = opened(ada, 0);
    User bob = storedUser();
    assertThat(own.end(bob.id(), mine.id())).isFalse();
    assertThat(own.of(ada.id())).containsExactly(mine);
    assertThat(Together.run(16, () -> own.end(ada.id(), mine.id()))).containsOnlyOnce(true);
  }

  @Test
  void ends_all_but_one() {
    Session kept = opened(ada, 0);
    opened(ada, 1);
    opened(ada, 2);
    Session bobs = opened(storedUser(), 3);
    assertThat(own.endAll(ada.id(), Optional.of(kept.id()))).isEqualTo(2);
    assertThat(own.of(ada.id())).containsExactly(kept);
    assertThat(own.endAll(ada.id(), Optional.empty())).isEqualTo(1);
    assertThat(own.of(bobs.userId())).containsExactly(bobs);
  }

  @Test
  void makes_the_old_token_worthless_when_a_session_is_promoted() {
    Session session = Examples.session(ada, noon);
    BearerToken before = Examples.token();
    BearerToken after = Examples.token();
    ports.sessions().open(session, before.hash());
    Proofs more = Proofs.of(new Proof.Password(noon), new Proof.Totp(noon));
    ports.sessions().promote(session.id(), more, after.hash());
    assertThat(ports.sessions().find(before.hash())).isEmpty();
    assertThat(ports.sessions().find(after.hash()).map(found -> found.session().proofs())).contains(more);
  }

  private Session opened(User user, int second) {
    Session session = Examples.session(user, noon.plusSeconds(second));
    ports.sessions().open(session, Examples.token().hash());
    return session;
  }
}
