package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import java.util.ArrayList;
import java.util.List;
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
    assertThat(ports.sessions().promote(session.id(), stored -> more, after.hash())).contains(more);
    assertThat(ports.sessions().find(before.hash())).isEmpty();
    assertThat(ports.sessions().find(after.hash()).map(found -> found.session().proofs())).contains(more);
  }

  @Test
  void loses_nothing_when_many_promote_a_session_at_once() {
    Session session = opened(ada, 0);
    Together.run(16, () -> ports.unitOfWork().run(() -> ports.sessions().promote(session.id(), stored -> {
      List<Proof> all = new ArrayList<>(stored.all());
      all.add(new Proof.EmailCode(noon));
      return new Proofs(all);
    }, Examples.token().hash())));
    assertThat(own.of(ada.id())).singleElement().satisfies(it -> assertThat(it.proofs().all()).hasSize(17));
  }

  @Test
  void promotes_no_session_that_ended() {
    Session session = opened(ada, 0);
    own.end(ada.id(), session.id());
    BearerToken after = Examples.token();
    assertThat(ports.sessions().promote(session.id(), stored -> stored, after.hash())).isEmpty();
    assertThat(ports.sessions().find(after.hash())).isEmpty();
  }

  private Session opened(User user, int second) {
    Session session = Examples.session(user, noon.plusSeconds(second));
    ports.sessions().open(session, Examples.token().hash());
    return session;
  }
}
