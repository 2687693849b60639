package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.application.passkey.Passkeys.Addition;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link Passkeys}. */
public abstract class PasskeysContract extends PortContract {
  private final Passkeys passkeys = ports.passkeys();
  private UserId ada;
  private UserId bob;

  protected PasskeysContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    ada = storedUser().id();
    bob = storedUser().id();
  }

  @Test
  void begins_with_none() {
    assertThat(passkeys.of(ada)).isEmpty();
    assertThat(locked(credential("unheard-of"))).isEmpty();
  }

  @Test
  void keeps_each_persons_passkeys_oldest_first() {
    Passkey newer = of(ada, 2);
    Passkey older = of(ada, 1);
    Passkey bobs = of(bob, 3);
    List.of(newer, older, bobs).forEach(passkey -> assertThat(passkeys.add(passkey)).isEqualTo(Addition.ADDED));
    assertThat(passkeys.of(ada)).containsExactly(older, newer);
    assertThat(passkeys.of(bob)).containsExactly(bobs);
    assertThat(locked(bobs.credential())).contains(bobs);
  }

  @Test
  void keeps_no_credential_twice_for_whomever() {
    Passkey first = of(ada, 1);
    passkeys.add(first);
    assertThat(passkeys.add(withCredential(of(bob, 2), first.credential()))).isEqualTo(Addition.CREDENTIAL_KNOWN);
    assertThat(passkeys.of(bob)).isEmpty();
    CredentialId wanted = credential(Examples.id());
    assertThat(Together.run(16, () -> passkeys.add(withCredential(of(bob, 2), wanted))))
        .containsOnlyOnce(Addition.ADDED);
  }

  @Test
  void gives_nobody_too_many_however_many_come_together() {
    assertThat(Together.run(16, () -> passkeys.add(of(ada, 1)))).containsOnly(Addition.ADDED, Addition.TOO_MANY);
    assertThat(passkeys.of(ada)).hasSize(Passkey.MOST_PER_PERSON);
    assertThat(passkeys.add(of(bob, 1))).isEqualTo(Addition.ADDED);
  }

  @Test
  void counts_a_signature_once_however_many_show_it_together() {
    Passkey passkey = of(ada, 1);
    passkeys.add(passkey);
    assertThat(Together.run(16, () -> ports.unitOfWork().run(() -> {
      Optional<Passkey> used = passkeys.lock(passkey.credential()).orElseThrow().used(8, true, noon);
      used.ifPresent(passkeys::save);
      return used.isPresent();
    }))).containsOnlyOnce(true);
    assertThat(passkeys.of(ada)).containsExactly(passkey.used(8, true, noon).orElseThrow());
  }

  @Test
  void forgets_a_use_when_the_unit_rolls_back() {
    Passkey passkey = of(ada, 1);
    passkeys.add(passkey);
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      passkeys.save(passkeys.lock(passkey.credential()).orElseThrow().used(8, true, noon).orElseThrow());
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(passkeys.of(ada)).containsExactly(passkey);
  }

  @Test
  void removes_only_for_the_owner_and_frees_the_credential() {
    Passkey passkey = of(ada, 1);
    passkeys.add(passkey);
    assertThat(passkeys.remove(bob, passkey.id())).isFalse();
    assertThat(Together.run(16, () -> passkeys.remove(ada, passkey.id()))).containsOnlyOnce(true);
    assertThat(passkeys.of(ada)).isEmpty();
    assertThat(passkeys.add(withCredential(of(bob, 2), passkey.credential()))).isEqualTo(Addition.ADDED);
  }

  private Optional<Passkey> locked(CredentialId credential) {
    return ports.unitOfWork().run(() -> passkeys.lock(credential));
  }

  private Passkey of(UserId user, int second) {
    return new Passkey(new PasskeyId(Examples.id()), user, credential(Examples.id()), Octets.of(new byte[]{1, 2, 3}),
        false, 7, new PasskeyName("Laptop"), noon.plusSeconds(second), Optional.empty());
  }

  private static Passkey withCredential(Passkey passkey, CredentialId credential) {
    return new Passkey(passkey.id(), passkey.user(), credential, passkey.publicKey(), passkey.userVerified(),
        passkey.signatureCount(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt());
  }

  private static CredentialId credential(String name) {
    return new CredentialId(Octets.of(name.getBytes(StandardCharsets.US_ASCII)));
  }
}
