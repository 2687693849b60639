package dev.latchkey.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.adapter.persistence.TestDatabase;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.Together;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JpaUnitOfWorkTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void needs_one_connection_for_entities_and_plain_sql_together() {
    User user = Examples.user(NOON);
    Organization organization = Examples.organization("One", NOON);
    try (HikariDataSource single = DATABASE.pool(1); Storage storage = Storage.over(single, KeyRing.fresh())) {
      storage.unitOfWork().run(() -> {
        assertThat(storage.users().findByEmail(user.email())).isEmpty();
        storage.users().add(user);
        storage.organizations().add(organization);
        storage.memberships().add(Examples.founder(organization, user, NOON));
        storage.sessions().open(Examples.session(user, NOON), Examples.token().hash());
        storage.users().save(user.rehashed(new PasswordHash("$fake$2$x")));
        assertThat(storage.memberships().placesOf(user.id())).hasSize(1);
        return true;
      });
      assertThat(storage.users().find(user.id())).isPresent();
    }
  }

  @Test
  void runs_the_victim_of_a_deadlock_again() {
    GuessKey one = GuessKey.of(Examples.email());
    GuessKey other = GuessKey.of(Examples.email());
    Storage storage = DATABASE.ports().storage();
    CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger turn = new AtomicInteger();
    Together.run(2, () -> {
      List<GuessKey> order = turn.getAndIncrement() == 0 ? List.of(one, other) : List.of(other, one);
      return storage.unitOfWork().run(() -> {
        storage.guessCounts().lock(order.get(0), NOON);
        if (runs.incrementAndGet() <= 2) {
          await(bothHoldTheirFirst);
        }
        return storage.guessCounts().lock(order.get(1), NOON);
      });
    });
    assertThat(runs).hasValueGreaterThan(2);
  }

  @Test
  void keeps_sql_and_values_out_of_the_message_when_the_database_refuses_a_statement() {
    Storage storage = DATABASE.ports().storage();
    User nobody = Examples.user(NOON);
    assertThatThrownBy(() -> storage.sessions().open(Examples.session(nobody, NOON), Examples.token().hash()))
        .isInstanceOf(DatabaseFailure.class).hasMessage("SQLSTATE 23503")
        .hasStackTraceContaining("foreign key").hasMessageNotContaining(nobody.id().value());
  }

  @Test
  void gives_up_when_no_connection_becomes_free() {
    try (HikariDataSource single = DATABASE.pool(1); Storage storage = Storage.over(single, KeyRing.fresh())) {
      storage.unitOfWork().run(() -> {
        assertThatThrownBy(() -> Together.run(1, () -> storage.users().find(Examples.user(NOON).id())))
            .hasCauseInstanceOf(Unavailable.class);
        return true;
      });
    }
  }

  @Test
  void finds_a_session_with_one_statement_however_many_organizations_there_are() {
    CountingDataSource counting = new CountingDataSource(DATABASE.pool());
    try (Storage storage = Storage.over(counting.dataSource(), KeyRing.fresh())) {
      User user = Examples.user(NOON);
      storage.users().add(user);
      for (String name : List.of("One", "Two", "Three")) {
        Organization organization = Examples.organization(name, NOON);
        Membership membership = Examples.founder(organization, user, NOON);
        storage.organizations().add(organization);
        storage.memberships().add(membership);
      }
      BearerToken token = Examples.token();
      storage.sessions().open(Examples.session(user, NOON), token.hash());
      counting.forget();
      assertThat(storage.sessions().find(token.hash()).orElseThrow().places()).hasSize(3);
      assertThat(counting.statements()).hasSize(1);
    }
  }

  @Test
  void does_what_comes_afterwards_only_when_it_has_committed() {
    JpaUnitOfWork unitOfWork = DATABASE.ports().storage().unitOfWork();
    AtomicInteger done = new AtomicInteger();
    unitOfWork.run(() -> {
      unitOfWork.run(() -> {
        unitOfWork.afterCommit(done::incrementAndGet);
        return true;
      });
      assertThat(done).as("while it runs").hasValue(0);
      return true;
    });
    assertThat(done).hasValue(1);
    assertThatThrownBy(() -> unitOfWork.run(() -> {
      unitOfWork.afterCommit(done::incrementAndGet);
      throw new IllegalStateException("spoilt");
    })).hasMessage("spoilt");
    assertThat(done).as("rolled back").hasValue(1);
    unitOfWork.afterCommit(done::incrementAndGet);
    assertThat(done).as("outside").hasValue(2);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
