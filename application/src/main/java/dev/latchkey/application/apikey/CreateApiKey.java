package dev.latchkey.application.apikey;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.apikey.AllowedAddresses;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.ApiKeyName;
import dev.latchkey.domain.apikey.ApiKeyText;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes a key for a program of one's own. No key can do more than its creator, and none can make another. */
public final class CreateApiKey {
  private final ApiKeys keys;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;
  private final RandomGenerator random;

  public CreateApiKey(ApiKeys keys, Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork, Ids ids,
      InstantSource clock, RandomGenerator random) {
    this.keys = keys;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  public Outcome create(Command command) {
    return unitOfWork
        .run(() -> switch (entrance.admit(command.actor(), command.organization(), Permission.CREATE_API_KEY)) {
          case Admission.Admitted admitted -> create(command, admitted.place());
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome create(Command command, SignedIn.Place place) {
    Instant now = clock.instant();
    Instant expiresAt = command.expiresAt().orElseGet(() -> now.plus(ApiKey.USUAL_LIFE));
    if (!ApiKey.mayExpireAt(expiresAt, now)) {
      return new Outcome.ExpiryOutOfRange();
    }
    Role role = place.membership().role();
    Set<Scope> beyond = EnumSet.copyOf(command.scopes());
    beyond.removeAll(Permission.scopesOf(role));
    if (!beyond.isEmpty()) {
      return new Outcome.ScopesBeyondRole(beyond, role);
    }
    ApiKeyText text = ApiKeyText.random(random);
    UserId creator = command.actor().userId();
    ApiKey key = new ApiKey(new ApiKeyId(ids.next()), command.organization(), creator, command.name(),
        command.scopes(), command.allowedAddresses(), now, expiresAt, Optional.empty());
    if (!keys.add(key, text.hash(), ApiKey.MOST_PER_PERSON)) {
      return new Outcome.TooMany();
    }
    audit.append(AuditTrail.Entry.success(AuditAction.API_KEY_CREATED, command.origin()).by(creator)
        .in(command.organization()).with(facts(key)));
    return new Outcome.Created(key, text, place);
  }

  private static Map<String, String> facts(ApiKey key) {
    return Map.of("key", key.id().value(), "name", key.name().value(), "expiresAt", key.expiresAt().toString(),
        "scopes", key.scopes().stream().map(Scope::word).collect(Collectors.joining(" ")),
        "allowedIps", String.join(" ", key.allowedAddresses().texts()));
  }

  /**
   * What the key shall be.
   *
   * @param scopes at least one
   * @param expiresAt a usual time if absent
   */
  public record Command(Actor actor, OrganizationId organization, ApiKeyName name, Set<Scope> scopes,
      Optional<Instant> expiresAt, AllowedAddresses allowedAddresses, Origin origin) {
    public Command {
      scopes = ApiKey.requireScopes(scopes);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param text to be shown now: it is not stored and can't be read again */
    record Created(ApiKey key, ApiKeyText text, SignedIn.Place place) implements Outcome {}

    record ExpiryOutOfRange() implements Outcome {}

    /** @param scopes that open nothing to somebody of this role */
    record ScopesBeyondRole(Set<Scope> scopes, Role role) implements Outcome {}

    /** The person has {@link ApiKey#MOST_PER_PERSON} in this organization. */
    record TooMany() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
