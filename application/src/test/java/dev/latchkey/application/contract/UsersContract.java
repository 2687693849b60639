package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.account.Users;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link Users}. */
public abstract class UsersContract extends PortContract {
  private final Users users = ports.users();

  protected UsersContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void finds_nobody_who_was_never_added() {
    assertThat(users.find(new UserId(Examples.id()))).isEmpty();
    assertThat(users.findByEmail(Examples.email())).isEmpty();
  }

  @Test
  void gives_back_everything_that_was_added() {
    User user = storedUser();
    assertThat(users.find(user.id())).contains(user);
    assertThat(users.findByEmail(user.email())).contains(user);
  }

  @Test
  void keeps_a_person_who_has_no_password() {
    User plain = Examples.user(noon);
    User user = new User(plain.id(), plain.email(), plain.name(), Locale.forLanguageTag("sr-Latn-RS"), Optional.empty(),
        true, noon, 0);
    users.add(user);
    assertThat(users.find(user.id())).contains(user);
  }

  @Test
  void shows_a_change_only_after_it_was_saved() {
    User user = storedUser();
    User changed = user.rehashed(new PasswordHash("$fake$2$secret"));
    assertThat(users.find(user.id())).contains(user);
    users.save(changed);
    assertThat(users.findByEmail(user.email()).flatMap(User::password)).isEqualTo(changed.password());
    assertThat(users.find(user.id()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void runs_the_work_again_when_somebody_else_takes_the_address_first() {
    User template = Examples.user(noon);
    List<Boolean> added = Together.run(8, () -> ports.unitOfWork().run(() -> {
      boolean free = users.findByEmail(template.email()).isEmpty();
      if (free) {
        users.add(User.withPassword(new UserId(Examples.id()), template.email(), template.name(), template.locale(),
            new PasswordHash("$fake$1$secret"), noon));
      }
      return free;
    }));
    assertThat(added).containsOnlyOnce(true);
  }

  @Test
  void lets_one_of_many_accounts_move_to_an_address() {
    List<User> owners = Stream.generate(this::storedUser).limit(4).toList();
    EmailAddress wanted = Examples.email();
    Queue<User> waiting = new ConcurrentLinkedQueue<>(owners);
    List<Boolean> moved = Together.run(owners.size(), () -> {
      UserId owner = waiting.remove().id();
      return ports.unitOfWork().run(() -> {
        boolean free = users.findByEmail(wanted).isEmpty();
        if (free) {
          users.save(users.find(owner).orElseThrow().movedTo(wanted));
        }
        return free;
      });
    });
    assertThat(moved).containsOnlyOnce(true);
    assertThat(owners).filteredOn(owner -> users.findByEmail(owner.email()).isPresent()).hasSize(3);
  }

  @Test
  void gives_the_address_of_an_account_that_is_taken_away_to_another_one_within_the_same_unit() {
    User unused = storedUser();
    User mover = storedUser();
    ports.unitOfWork().run(() -> {
      assertThat(users.findByEmail(unused.email())).isPresent();
      users.remove(unused.id());
      users.save(users.find(mover.id()).orElseThrow().movedTo(unused.email()));
      return true;
    });
    assertThat(users.find(unused.id())).isEmpty();
    assertThat(users.findByEmail(unused.email()).map(User::id)).contains(mover.id());
  }

  @Test
  void holds_an_account_until_the_unit_ends() {
    UserId id = storedUser().id();
    assertThat(Together.run(8, () -> ports.unitOfWork().run(() -> {
      users.hold(id);
      boolean first = !ports.lastSignIns().any(id);
      ports.lastSignIns().note(id, noon);
      return first;
    }))).containsOnlyOnce(true);
  }

  @Test
  void loses_no_update_when_two_save_at_once() {
    User user = storedUser();
    int threads = 4;
    Together.run(threads, () -> ports.unitOfWork().run(() -> {
      User current = users.find(user.id()).orElseThrow();
      String cost = current.password().orElseThrow().encoded();
      users.save(current.rehashed(new PasswordHash(cost + "+")));
      return true;
    }));
    User after = users.find(user.id()).orElseThrow();
    assertThat(after.password().orElseThrow().encoded()).endsWith("secret" + "+".repeat(threads));
    assertThat(after.version()).isEqualTo(threads);
  }
}
