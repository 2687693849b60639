package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.Unavailable;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.session.BearerToken;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link UnitOfWork}. */
public abstract class UnitOfWorkContract extends PortContract {
  private final UnitOfWork unitOfWork = ports.unitOfWork();

  protected UnitOfWorkContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void takes_everything_back_when_the_work_throws() {
    User user = Examples.user(noon);
    BearerToken token = Examples.token();
    assertThatThrownBy(() -> unitOfWork.run(() -> {
      ports.users().add(user);
      ports.sessions().open(Examples.session(user, noon), token.hash());
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class).hasMessage("on purpose");
    assertThat(ports.users().find(user.id())).isEmpty();
    assertThat(ports.sessions().find(token.hash())).isEmpty();
  }

  @Test
  void takes_everything_back_when_a_nested_work_throws_even_if_the_outer_one_goes_on() {
    User user = Examples.user(noon);
    assertThatThrownBy(() -> unitOfWork.run(() -> {
      ports.users().add(user);
      try {
        return unitOfWork.<Boolean>run(() -> {
          throw new IllegalStateException("on purpose");
        });
      } catch (IllegalStateException e) {
        return false;
      }
    })).isInstanceOf(RuntimeException.class);
    assertThat(ports.users().find(user.id())).isEmpty();
  }

  @Test
  void joins_the_running_unit_when_nested() {
    User user = Examples.user(noon);
    assertThatThrownBy(() -> unitOfWork.run(() -> {
      unitOfWork.run(() -> {
        ports.users().add(user);
        return true;
      });
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(ports.users().find(user.id())).isEmpty();
  }

  @Test
  void lets_later_steps_see_what_earlier_ones_wrote() {
    User user = Examples.user(noon);
    assertThat(unitOfWork.run(() -> {
      ports.users().add(user);
      ports.users().save(user.rehashed(new PasswordHash("$fake$2$x")));
      ports.sessions().open(Examples.session(user, noon), Examples.token().hash());
      return ports.users().findByEmail(user.email()).flatMap(User::password);
    })).contains(new PasswordHash("$fake$2$x"));
  }

  @Test
  void gives_up_after_a_few_tries_when_the_work_loses_every_time() {
    User user = storedUser();
    ports.users().save(user.rehashed(new PasswordHash("$fake$2$x")));
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(() -> unitOfWork.run(() -> {
      runs.incrementAndGet();
      ports.users().save(user);
      return true;
    })).isInstanceOf(Unavailable.class);
    assertThat(runs.get()).isBetween(2, 10);
    assertThat(ports.users().find(user.id()).flatMap(User::password)).contains(new PasswordHash("$fake$2$x"));
  }
}
