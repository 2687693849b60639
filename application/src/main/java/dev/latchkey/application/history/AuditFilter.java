package dev.latchkey.application.history;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What narrows a history; what is absent doesn't.
 *
 * @param from the first instant
 * @param to the first instant that is not wanted any more
 * @param actor who did it, by id or by the address that they sign in with
 * @param reference the id of the request in which it happened, which its answer quoted
 */
public record AuditFilter(Optional<Instant> from, Optional<Instant> to, Optional<Actor> actor,
    Optional<AuditAction> action, Optional<AuditOutcome> outcome, Optional<String> reference) {
  public static final AuditFilter NONE =
      new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty());

  public AuditFilter {
    if (reference.filter(text -> !text.matches("[A-Za-z0-9-]{1,64}")).isPresent()) {
      throw new InvalidValue("reference", "MALFORMED",
          "Please copy the reference as it was shown, such as K0VXVVAFZ8R0VVZR.");
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new InvalidValue("to", "BEFORE_FROM", "Please choose an end after the beginning.");
    }
  }

  /** Who did it. */
  public sealed interface Actor {
    record ById(UserId id) implements Actor {}

    record ByAddress(EmailAddress email) implements Actor {}

    /** @throws InvalidValue if it is neither an id nor an address */
    static Actor parse(String text) {
      return text.contains("@") ? new ByAddress(new EmailAddress(text)) : new ById(new UserId(text.strip()));
    }
  }
}
