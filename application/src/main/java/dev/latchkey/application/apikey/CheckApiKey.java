package dev.latchkey.application.apikey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyPolicy;
import dev.latchkey.domain.apikey.ApiKeyText;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.network.IpAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Finds out whose key a program presents. Costs one statement, and at most once a minute per key a second one.
 *
 * <p>Whether it has expired is judged like a one-time secret, by the later of this node's clock and the newest time stored:
 * a clock that is set back revives none.
 *
 * <p>That a known key was refused is written down for its creator and the admins, the first time within an hour.
 */
public final class CheckApiKey {
  private final PresentedApiKeys keys;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public CheckApiKey(PresentedApiKeys keys, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.keys = keys;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome check(Command command) {
    return keys.find(command.text().hash()).map(found -> judge(found, command)).orElseGet(Outcome.Refused::new);
  }

  private Outcome judge(PresentedApiKeys.Found found, Command command) {
    Instant now = clock.instant();
    Instant latest = now.isAfter(found.newest()) ? now : found.newest();
    ApiKeyPolicy.Decision decision =
        ApiKeyPolicy.decide(found.key(), found.place().membership(), command.client(), latest);
    if (!decision.accepted()) {
      tell(found.key(), decision, command.origin(), now);
      return new Outcome.Refused();
    }
    if (found.key().usedLongAgo(now)) {
      keys.used(found.key(), now);
    }
    return new Outcome.Accepted(found);
  }

  private void tell(ApiKey key, ApiKeyPolicy.Decision decision, Origin origin, Instant now) {
    unitOfWork.run(() -> {
      boolean first = keys.refused(key, now);
      if (first) {
        audit.append(AuditTrail.Entry.refused(AuditAction.API_KEY_REFUSED, origin).by(key.creator())
            .in(key.organizationId()).because(decision.chain())
            .with(Map.of("key", key.id().value(), "name", key.name().value())));
      }
      return first;
    });
  }

  /** @param client where the request comes from, as far as trusted proxies tell */
  public record Command(ApiKeyText text, IpAddress client, Origin origin) {}

  /** Whose key it is. Unknown, expired, from a wrong address, of a dead membership: deliberately one answer. */
  public sealed interface Outcome {
    record Accepted(PresentedApiKeys.Found found) implements Outcome {}

    record Refused() implements Outcome {}
  }
}
