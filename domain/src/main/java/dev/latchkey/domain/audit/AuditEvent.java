package dev.latchkey.domain.audit;

import dev.latchkey.domain.SingleLine;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One fact, never changed after it was written.
 *
 * @param organization whose admins may read it; none for what concerns only the person
 * @param actor who did it, if known
 * @param chain the rules that decided, in order
 * @param details further facts for the reader, never a secret; each one line of bounded length, whoever's words it quotes
 */
public record AuditEvent(AuditEventId id, Instant at, AuditAction action, AuditOutcome outcome, Origin origin,
    Optional<UserId> actor, Optional<OrganizationId> organization, List<Reason> chain, Map<String, String> details) {
  private static final int LONGEST_FACT = 1_000;

  public AuditEvent {
    chain = List.copyOf(chain);
    details = details.entrySet().stream().collect(
        Collectors.toUnmodifiableMap(Map.Entry::getKey, fact -> SingleLine.quoted(fact.getValue(), LONGEST_FACT)));
  }
}
