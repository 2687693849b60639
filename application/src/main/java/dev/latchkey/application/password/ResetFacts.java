package dev.latchkey.application.password;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.util.Map;
import java.util.Optional;

/** What a reset challenge stands for: an account, or nothing that any code could open. */
final class ResetFacts {
  private static final String USER = "user";

  private ResetFacts() {}

  static Map<String, String> of(User user) {
    return Map.of(USER, user.id().value());
  }

  static Optional<UserId> user(Map<String, String> facts) {
    return Optional.ofNullable(facts.get(USER)).map(UserId::new);
  }
}
