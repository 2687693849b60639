package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.emailchange.EmailChanges;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.emailchange.EmailChangeAttempts;
import dev.latchkey.domain.onetime.SecretId;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link EmailChanges}. */
public abstract class EmailChangesContract extends PortContract {
  private final EmailChanges changes = ports.emailChanges();
  private UserId ada;
  private UserId bob;

  protected EmailChangesContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    ada = storedUser().id();
    bob = storedUser().id();
  }

  @Test
  void begins_with_no_attempt() {
    assertThat(read(ada)).isEqualTo(EmailChangeAttempts.none(ada));
  }

  @Test
  void keeps_the_attempts_of_each_person_apart() {
    SecretId challenge = new SecretId(Examples.id());
    attempt(ada, challenge);
    assertThat(read(ada)).isEqualTo(EmailChangeAttempts.none(ada).mailed(challenge, noon));
    assertThat(read(bob)).isEqualTo(EmailChangeAttempts.none(bob));
  }

  @Test
  void loses_no_attempt_of_many_together_the_first_one_included() {
    Together.run(16, () -> attempt(ada, new SecretId(Examples.id())));
    assertThat(read(ada).mails()).isEqualTo(16);
  }

  @Test
  void forgets_an_attempt_when_the_unit_rolls_back() {
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      changes.save(changes.lock(ada).mailed(new SecretId(Examples.id()), noon));
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(read(ada)).isEqualTo(EmailChangeAttempts.none(ada));
  }

  private boolean attempt(UserId user, SecretId challenge) {
    return ports.unitOfWork().run(() -> {
      changes.save(changes.lock(user).mailed(challenge, noon));
      return true;
    });
  }

  private EmailChangeAttempts read(UserId user) {
    return ports.unitOfWork().run(() -> changes.lock(user));
  }
}
