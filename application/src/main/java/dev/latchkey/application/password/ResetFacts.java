package dev.latchkey.application.password;

import dev.latchkey.application.account.Users;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * What a reset challenge stands for: an account at the address that was mailed, or nothing that any code could open.
 * Once the account has another address, the code has reached somebody who may be a stranger by now.
 */
final class ResetFacts {
  private static final String USER = "user";
  private static final String EMAIL = "email";

  private ResetFacts() {}

  static Map<String, String> of(User user) {
    return Map.of(USER, user.id().value(), EMAIL, user.email().value());
  }

  static Optional<User> user(Map<String, String> facts, Users users) {
    return Optional.ofNullable(facts.get(USER)).map(UserId::new).flatMap(users::find)
        .filter(user -> user.email().value().equals(facts.get(EMAIL)));
  }
}
