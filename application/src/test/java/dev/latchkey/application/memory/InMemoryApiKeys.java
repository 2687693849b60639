package dev.latchkey.application.memory;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.apikey.ApiKeys;
import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@link ApiKeys} and {@link PresentedApiKeys} in memory. */
public final class InMemoryApiKeys implements ApiKeys, PresentedApiKeys {
  private final InMemoryDatabase database;
  private final Table<ApiKeyId, Stored> rows;
  private final Users users;
  private final Memberships memberships;
  private final InMemoryOneTimeSecrets secrets;

  public InMemoryApiKeys(InMemoryDatabase database, Users users, Memberships memberships,
      InMemoryOneTimeSecrets secrets) {
    this.database = database;
    this.rows = database.table();
    this.users = users;
    this.memberships = memberships;
    this.secrets = secrets;
  }

  @Override
  public boolean add(ApiKey key, TokenHash hash, int most) {
    return database.run(() -> {
      if (memberships.find(key.organizationId(), key.creator()).isEmpty()) {
        throw new IllegalStateException("A key belongs to a member");
      }
      boolean room = keys(it -> it.organizationId().equals(key.organizationId()) && it.creator().equals(key.creator()))
          .count() < most;
      if (room) {
        rows.add(key.id(), new Stored(key, hash, Optional.empty()), other -> other.hash().equals(hash));
      }
      return room;
    });
  }

  @Override
  public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
    return keys(key -> key.organizationId().equals(organization) && key.id().equals(id)).findFirst();
  }

  @Override
  public List<Listed> list(OrganizationId organization, Optional<UserId> creator, Optional<ApiKeyId> before,
      int limit) {
    return keys(key -> key.organizationId().equals(organization) && creator.filter(it -> !it.equals(key.creator()))
        .isEmpty() && before.filter(it -> it.value().compareTo(key.id().value()) <= 0).isEmpty()).limit(limit)
        .map(key -> {
          User user = users.find(key.creator()).orElseThrow();
          return new Listed(key, user.name(), user.email());
        }).toList();
  }

  @Override
  public List<ApiKey> ofPerson(UserId user) {
    return keys(key -> key.creator().equals(user)).toList();
  }

  @Override
  public boolean remove(OrganizationId organization, ApiKeyId id) {
    return find(organization, id).isPresent() && rows.remove(id);
  }

  @Override
  public Optional<Found> find(TokenHash hash) {
    return rows.findFirst(row -> row.hash().equals(hash)).map(Stored::key)
        .flatMap(key -> memberships.place(key.organizationId(), key.creator())
            .map(place -> new Found(key, place, secrets.latest(key.createdAt()))));
  }

  @Override
  public void used(ApiKey key, Instant at) {
    rows.change(key.id(), row -> row.key().usedLongAgo(at) ? row.usedAt(at) : row);
  }

  @Override
  public boolean refused(ApiKey key, Instant at) {
    return database.run(() -> {
      boolean first = rows.find(key.id()).flatMap(Stored::lastRefusedAt)
          .filter(last -> Duration.between(last, at).compareTo(REFUSAL_PRECISION) < 0).isEmpty();
      return first && rows.change(key.id(), row -> new Stored(row.key(), row.hash(), Optional.of(at)));
    });
  }

  /** Newest first, without those whose membership is gone. */
  private Stream<ApiKey> keys(Predicate<ApiKey> condition) {
    return rows.all().stream().map(Stored::key).filter(condition)
        .filter(key -> memberships.find(key.organizationId(), key.creator()).isPresent())
        .sorted(Comparator.comparing((ApiKey key) -> key.id().value()).reversed());
  }

  private record Stored(ApiKey key, TokenHash hash, Optional<Instant> lastRefusedAt) {
    Stored usedAt(Instant at) {
      return new Stored(new ApiKey(key.id(), key.organizationId(), key.creator(), key.name(), key.scopes(),
          key.allowedAddresses(), key.createdAt(), key.expiresAt(), Optional.of(at)), hash, lastRefusedAt);
    }
  }
}
