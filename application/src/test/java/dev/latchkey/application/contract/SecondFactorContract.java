package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.mfa.RecoveryCodes;
import dev.latchkey.application.mfa.TotpAuthenticators;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mfa.TotpAuthenticator;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.TokenHash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link TotpAuthenticators} and {@link RecoveryCodes}. */
public abstract class SecondFactorContract extends PortContract {
  private final TotpAuthenticators authenticators = ports.totpAuthenticators();
  private final RecoveryCodes recovery = ports.recoveryCodes();
  private UserId ada;
  private UserId bob;
  private final TotpSecret secret = TotpSecret.random(new Random(1));

  protected SecondFactorContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    ada = storedUser().id();
    bob = storedUser().id();
  }

  @Test
  void begins_with_nothing_enrolled() {
    assertThat(read(ada)).isEqualTo(TotpAuthenticator.none(ada));
    assertThat(recovery.remaining(ada)).isZero();
  }

  @Test
  void keeps_keys_apart_for_each_person_until_they_are_removed() {
    TotpAuthenticator enrolled = new TotpAuthenticator(ada, Optional.of(secret),
        Optional.of(TotpSecret.random(new Random(2))), 7);
    save(enrolled);
    assertThat(read(ada)).isEqualTo(enrolled);
    assertThat(read(bob)).isEqualTo(TotpAuthenticator.none(bob));
    ports.unitOfWork().run(() -> {
      authenticators.remove(ada);
      return true;
    });
    assertThat(read(ada)).isEqualTo(TotpAuthenticator.none(ada));
  }

  @Test
  void accepts_a_time_step_once_however_many_show_it_together() {
    save(new TotpAuthenticator(ada, Optional.of(secret), Optional.empty(), 6));
    assertThat(Together.run(16, () -> ports.unitOfWork().run(() -> {
      Optional<TotpAuthenticator> accepted = authenticators.lock(ada).accepting(OptionalLong.of(7));
      accepted.ifPresent(authenticators::save);
      return accepted.isPresent();
    }))).containsOnlyOnce(true);
  }

  @Test
  void forgets_an_accepted_step_when_the_unit_rolls_back() {
    save(new TotpAuthenticator(ada, Optional.of(secret), Optional.empty(), 6));
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      authenticators.save(authenticators.lock(ada).accepting(OptionalLong.of(7)).orElseThrow());
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(read(ada).lastStep()).isEqualTo(6);
  }

  @Test
  void uses_a_recovery_code_up_once_and_only_for_its_owner() {
    TokenHash code = TokenHash.of("one");
    recovery.replace(ada, List.of(code, TokenHash.of("two")));
    assertThat(recovery.take(bob, code)).isFalse();
    assertThat(Together.run(16, () -> recovery.take(ada, code))).containsOnlyOnce(true);
    assertThat(recovery.remaining(ada)).isEqualTo(1);
  }

  @Test
  void replaces_all_recovery_codes_at_once() {
    recovery.replace(ada, List.of(TokenHash.of("old")));
    recovery.replace(ada, List.of(TokenHash.of("new")));
    assertThat(recovery.take(ada, TokenHash.of("old"))).isFalse();
    assertThat(recovery.take(ada, TokenHash.of("new"))).isTrue();
    recovery.replace(ada, List.of());
    assertThat(recovery.remaining(ada)).isZero();
  }

  private TotpAuthenticator read(UserId user) {
    return ports.unitOfWork().run(() -> authenticators.lock(user));
  }

  private void save(TotpAuthenticator authenticator) {
    ports.unitOfWork().run(() -> {
      authenticators.lock(authenticator.user());
      authenticators.save(authenticator);
      return true;
    });
  }
}
