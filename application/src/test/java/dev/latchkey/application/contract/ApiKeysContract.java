package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.apikey.ApiKeys;
import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.apikey.AllowedAddresses;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.ApiKeyName;
import dev.latchkey.domain.apikey.ApiKeyText;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link ApiKeys} and of {@link PresentedApiKeys}. */
public abstract class ApiKeysContract extends PortContract {
  private static final int MANY = 100;

  private final ApiKeys keys = ports.apiKeys();
  private final PresentedApiKeys presented = ports.presentedApiKeys();
  private User ada;
  private Organization acme;
  private Membership membership;

  protected ApiKeysContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    ada = storedUser();
    acme = storedOrganization("Acme");
    membership = storedFounder(acme, ada);
  }

  @Test
  void gives_back_everything_that_was_added() {
    ApiKey key = added(ada, acme);
    assertThat(keys.find(acme.id(), key.id())).contains(key);
    assertThat(keys.list(acme.id(), Optional.empty(), Optional.empty(), 10))
        .containsExactly(new ApiKeys.Listed(key, ada.name(), ada.email()));
  }

  @Test
  void finds_a_key_with_its_creators_place_by_nothing_but_its_hash() {
    TokenHash hash = hash();
    ApiKey key = key(ada, acme);
    keys.add(key, hash, MANY);
    added(ada, acme);
    PresentedApiKeys.Found found = presented.find(hash).orElseThrow();
    assertThat(found.key()).isEqualTo(key);
    assertThat(found.place()).isEqualTo(new SignedIn.Place(acme, membership, false));
    assertThat(presented.find(hash())).isEmpty();
  }

  @Test
  void tells_the_newest_time_that_any_node_has_stored() {
    TokenHash hash = hash();
    keys.add(key(ada, acme), hash, MANY);
    Instant later = noon.plusSeconds(1);
    ports.oneTimeSecrets().issue(
        OneTimeSecret.issued(new SecretId(Examples.id()), Purpose.INVITATION, "secret", Map.of(), later));
    assertThat(presented.find(hash).orElseThrow().newest()).isAfterOrEqualTo(later);
  }

  @Test
  void hides_a_key_from_every_other_tenant() {
    ApiKey key = added(ada, acme);
    Organization foreign = storedOrganization("Foreign");
    storedFounder(foreign, ada);
    assertThat(keys.find(foreign.id(), key.id())).isEmpty();
    assertThat(keys.list(foreign.id(), Optional.empty(), Optional.empty(), 10)).isEmpty();
    assertThat(keys.remove(foreign.id(), key.id())).isFalse();
    assertThat(keys.find(acme.id(), key.id())).contains(key);
  }

  @Test
  void lists_newest_first_in_parts_everybodys_or_one_persons() {
    User bob = storedUser();
    storedFounder(acme, bob);
    ApiKey first = added(ada, acme);
    ApiKey bobs = added(bob, acme);
    ApiKey last = added(ada, acme);
    assertThat(listed(Optional.empty(), Optional.empty(), 10)).containsExactly(last, bobs, first);
    assertThat(listed(Optional.empty(), Optional.empty(), 2)).containsExactly(last, bobs);
    assertThat(listed(Optional.empty(), Optional.of(bobs.id()), 2)).containsExactly(first);
    assertThat(listed(Optional.of(ada), Optional.empty(), 10)).containsExactly(last, first);
  }

  @Test
  void lists_a_persons_keys_of_all_organizations_and_nobody_elses() {
    Organization other = storedOrganization("Other");
    storedFounder(other, ada);
    User bob = storedUser();
    storedFounder(acme, bob);
    added(bob, acme);
    ApiKey first = added(ada, acme);
    ApiKey second = added(ada, other);
    assertThat(keys.ofPerson(ada.id())).containsExactly(second, first);
  }

  @Test
  void has_room_for_so_many_however_many_ask_at_once() {
    Organization other = storedOrganization("Other");
    storedFounder(other, ada);
    keys.add(key(ada, other), hash(), 3);
    List<Boolean> added = Together.run(8, () -> keys.add(key(ada, acme), hash(), 3));
    assertThat(added).filteredOn(it -> it).hasSize(3);
    assertThat(keys.list(acme.id(), Optional.empty(), Optional.empty(), 10)).hasSize(3);
  }

  @Test
  void takes_no_key_of_somebody_who_is_no_member() {
    assertThatThrownBy(() -> keys.add(key(storedUser(), acme), hash(), MANY)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void removes_a_key_once() {
    TokenHash hash = hash();
    ApiKey key = key(ada, acme);
    keys.add(key, hash, MANY);
    assertThat(Together.run(8, () -> keys.remove(acme.id(), key.id()))).containsOnlyOnce(true);
    assertThat(presented.find(hash)).isEmpty();
  }

  @Test
  void notes_use_at_most_once_a_minute() {
    ApiKey key = added(ada, acme);
    presented.used(key, noon);
    presented.used(key, noon.plusSeconds(59));
    assertThat(lastUse(key)).contains(noon);
    presented.used(key, noon.plusSeconds(60));
    assertThat(lastUse(key)).contains(noon.plusSeconds(60));
    presented.used(key, noon);
    assertThat(lastUse(key)).contains(noon.plusSeconds(60));
  }

  @Test
  void tells_of_refusals_once_an_hour_and_of_each_key_for_itself() {
    ApiKey key = added(ada, acme);
    assertThat(Together.run(8, () -> presented.refused(key, noon))).containsOnlyOnce(true);
    assertThat(presented.refused(key, noon.plus(Duration.ofMinutes(59)))).isFalse();
    assertThat(presented.refused(added(ada, acme), noon)).isTrue();
    assertThat(presented.refused(key, noon.plus(Duration.ofHours(1)))).isTrue();
  }

  private Optional<Instant> lastUse(ApiKey key) {
    return keys.find(acme.id(), key.id()).flatMap(ApiKey::lastUsedAt);
  }

  private List<ApiKey> listed(Optional<User> creator, Optional<ApiKeyId> before, int limit) {
    return keys.list(acme.id(), creator.map(User::id), before, limit).stream().map(ApiKeys.Listed::key).toList();
  }

  private ApiKey added(User creator, Organization organization) {
    ApiKey key = key(creator, organization);
    assertThat(keys.add(key, hash(), MANY)).isTrue();
    return key;
  }

  private ApiKey key(User creator, Organization organization) {
    return new ApiKey(new ApiKeyId(Examples.id()), organization.id(), creator.id(), new ApiKeyName("Nightly export"),
        Set.of(Scope.MEMBERS_READ, Scope.AUDIT_READ),
        AllowedAddresses.parse(List.of("203.0.113.0/24", "2001:db8::/32")), noon, noon.plus(ApiKey.USUAL_LIFE),
        Optional.empty());
  }

  private static TokenHash hash() {
    return ApiKeyText.random(new SecureRandom()).hash();
  }
}
