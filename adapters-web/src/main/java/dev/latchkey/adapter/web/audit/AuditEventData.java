package dev.latchkey.adapter.web.audit;

import dev.latchkey.application.history.AuditHistory;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.policy.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact as programs read it.
 *
 * @param outcome {@code success} or {@code refused}
 * @param actor null if nobody known did it
 * @param chain the rules in the order in which they were looked at
 */
public record AuditEventData(String id, Instant at, String action, String outcome, @Nullable Actor actor,
    String address, String device, String requestId, List<Rule> chain, Map<String, String> details) {

  static AuditEventData of(AuditHistory.Recorded recorded) {
    AuditEvent event = recorded.event();
    Actor actor = event.actor().map(id -> new Actor(id.value(),
        recorded.who().map(who -> who.name().value()).orElse(null),
        recorded.who().map(who -> who.email().value()).orElse(null))).orElse(null);
    return new AuditEventData(event.id().value(), event.at(), event.action().name(), word(event.outcome()), actor,
        event.origin().address(), event.origin().device(), event.origin().requestId(),
        event.chain().stream().map(Rule::of).toList(), new TreeMap<>(event.details()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Who did it, as they are called now; without a name if the account is gone. */
  public record Actor(String userId, @Nullable String name, @Nullable String email) {}

  /**
   * One rule that was looked at.
   *
   * @param result {@code passed}, {@code failed} or {@code skipped}
   */
  public record Rule(String rule, String result, String detail) {
    static Rule of(Reason reason) {
      return new Rule(reason.rule(), word(reason.result()), reason.detail());
    }
  }
}
