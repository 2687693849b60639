package dev.latchkey.domain.emailchange;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import java.util.Map;

/**
 * An account that is to move to an address that is not proven yet.
 *
 * @param from the address at which it was asked for; once the account has another one, the change is void
 * @param taken whether the new address had an account already: then no code was mailed, and none opens anything
 */
public record PendingEmailChange(UserId user, EmailAddress from, EmailAddress to, boolean taken) {

  /** The form in which it waits inside a one-time secret. */
  public Map<String, String> toFacts() {
    return Map.of("user", user.value(), "from", from.value(), "to", to.value(), "taken", String.valueOf(taken));
  }

  /** @throws IllegalArgumentException if the facts are not those of an e-mail change */
  public static PendingEmailChange fromFacts(Map<String, String> facts) {
    return new PendingEmailChange(new UserId(required(facts, "user")), new EmailAddress(required(facts, "from")),
        new EmailAddress(required(facts, "to")), Boolean.parseBoolean(required(facts, "taken")));
  }

  private static String required(Map<String, String> facts, String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A pending e-mail change without " + name);
    }
    return value;
  }
}
