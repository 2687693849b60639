package dev.latchkey.application.memory;

import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows exactly the passwords that it was given. */
public final class FakeBlocklist implements PasswordPolicy.Blocklist {
  private final Set<String> common;

  public FakeBlocklist(String... common) {
    this.common = Set.of(common);
  }

  @Override
  public Optional<String> reasonAgainst(Password password, List<String> ownWords) {
    return Optional.of("This password is among the first that attackers try.")
        .filter(reason -> common.contains(password.value()));
  }
}
