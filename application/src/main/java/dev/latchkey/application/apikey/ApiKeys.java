package dev.latchkey.application.apikey;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.TokenHash;
import java.util.List;
import java.util.Optional;

/** The keys of each tenant. A key is never stored, only its hash; it is gone as soon as its creator is no member. */
public interface ApiKeys {
  /**
   * Adds a key, unless its creator has as many in that organization already, those of parallel calls counted.
   *
   * @return whether there was room
   */
  boolean add(ApiKey key, TokenHash hash, int most);

  Optional<ApiKey> find(OrganizationId organization, ApiKeyId id);

  /**
   * A part of a tenant's keys, newest first.
   *
   * @param creator whose keys; everybody's if absent
   * @param before the key that the part before ended with; absent for the first
   */
  List<Listed> list(OrganizationId organization, Optional<UserId> creator, Optional<ApiKeyId> before, int limit);

  /** Every key of a person, newest first; the one look across tenants, for its owner only. */
  List<ApiKey> ofPerson(UserId user);

  /** @return whether it was there and is no more */
  boolean remove(OrganizationId organization, ApiKeyId id);

  /** A key and who made it. */
  record Listed(ApiKey key, PersonName creatorName, EmailAddress creatorEmail) {}
}
