package dev.latchkey.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.network.IpAddress;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrganizationId ACME = new OrganizationId("01ARZ3NDEKTSV4RRFFQ69G5FAA");
  private static final UserId ADA = new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAC");
  private static final IpAddress HERE = IpAddress.parse("203.0.113.9").orElseThrow();

  @Test
  void recognizes_its_own_text_and_no_other() {
    String text = ApiKeyText.random(new Random(42)).value();
    assertThat(text).matches("lk_[a-z2-7]{39}");
    assertThat(new ApiKeyText(text)).hasToString("ApiKeyText[hidden]");
    for (int i = 0; i < text.length(); i++) {
      String changed = text.substring(0, i) + (text.charAt(i) == 'a' ? 'b' : 'a') + text.substring(i + 1);
      assertThatThrownBy(() -> new ApiKeyText(changed)).isInstanceOf(InvalidValue.class);
    }
    for (String other : List.of("", "lk_", text + "a", text.substring(1), text.toUpperCase(Locale.ROOT))) {
      assertThatThrownBy(() -> new ApiKeyText(other)).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void is_refused_from_the_instant_of_its_expiry() {
    ApiKey key = key(AllowedAddresses.EVERYWHERE);
    assertThat(decide(key, MembershipStatus.ACTIVE, key.expiresAt().minusMillis(1)).accepted()).isTrue();
    ApiKeyPolicy.Decision expired = decide(key, MembershipStatus.ACTIVE, key.expiresAt());
    assertThat(expired.accepted()).isFalse();
    assertThat(expired.chain()).singleElement().matches(reason -> reason.rule().equals("key-not-expired"));
  }

  @Test
  void is_refused_unless_its_creator_is_an_active_member() {
    ApiKey key = key(AllowedAddresses.EVERYWHERE);
    assertThat(decide(key, MembershipStatus.DEACTIVATED, NOON).accepted()).isFalse();
    assertThat(decide(key, MembershipStatus.PENDING, NOON).accepted()).isFalse();
  }

  @Test
  void is_refused_from_other_addresses_than_it_names() {
    assertThat(decide(key(AllowedAddresses.parse(List.of("203.0.113.0/24"))), MembershipStatus.ACTIVE, NOON)
        .accepted()).isTrue();
    assertThat(decide(key(AllowedAddresses.parse(List.of("203.0.113.8", "2001:db8::/32"))), MembershipStatus.ACTIVE,
        NOON).accepted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "example.com", "203.0.113.0/33", "203.0.113", "1/2/3", "203.0.113.0/-1"})
  void names_addresses_and_networks_only(String text) {
    assertThatThrownBy(() -> AllowedAddresses.parse(List.of(text))).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> AllowedAddresses.parse(IntStream.range(0, 21)
        .mapToObj(i -> "203.0.113." + i).toList())).isInstanceOf(InvalidValue.class);
    assertThat(AllowedAddresses.parse(Collections.nCopies(30, "203.0.113.7")).texts())
        .containsExactly("203.0.113.7/32");
  }

  @Test
  void lives_a_year_at_most() {
    assertThat(ApiKey.mayExpireAt(NOON, NOON)).isFalse();
    assertThat(ApiKey.mayExpireAt(NOON.plusMillis(1), NOON)).isTrue();
    assertThat(ApiKey.mayExpireAt(Instant.parse("2027-03-01T12:00:00Z"), NOON)).isTrue();
    assertThat(ApiKey.mayExpireAt(NOON.plus(ApiKey.LONGEST_LIFE).plusMillis(1), NOON)).isFalse();
    assertThat(ApiKey.USUAL_LIFE).isLessThan(Duration.ofDays(100));
  }

  @Test
  void is_open_to_its_creator_and_to_whoever_manages_keys() {
    ApiKey key = key(AllowedAddresses.EVERYWHERE);
    UserId bob = new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAD");
    assertThat(key.isOpenTo(ADA, Role.AGENT)).isTrue();
    assertThat(key.isOpenTo(bob, Role.AGENT)).isFalse();
    assertThat(key.isOpenTo(bob, Role.ADMIN)).isTrue();
    assertThat(key.isOpenTo(bob, Role.OWNER)).isTrue();
  }

  @Test
  void offers_each_role_the_scopes_that_open_something_to_it() {
    assertThat(Permission.scopesOf(Role.AGENT)).containsExactly(Scope.ORGANIZATION_READ, Scope.MEMBERS_READ);
    assertThat(Permission.scopesOf(Role.ADMIN)).contains(Scope.MEMBERS_WRITE, Scope.SETTINGS_READ, Scope.AUDIT_READ)
        .doesNotContain(Scope.SETTINGS_WRITE);
    assertThat(Permission.scopesOf(Role.OWNER)).contains(Scope.SETTINGS_WRITE);
  }

  private static ApiKeyPolicy.Decision decide(ApiKey key, MembershipStatus status, Instant now) {
    return ApiKeyPolicy.decide(key, new Membership(new MembershipId("01ARZ3NDEKTSV4RRFFQ69G5FAE"), ACME, ADA,
        Role.OWNER, status, MembershipSource.MANUAL, false, NOON, 0), HERE, now);
  }

  private static ApiKey key(AllowedAddresses addresses) {
    return new ApiKey(new ApiKeyId("01ARZ3NDEKTSV4RRFFQ69G5FAF"), ACME, ADA, new ApiKeyName("Nightly"),
        Set.of(Scope.MEMBERS_READ), addresses, NOON, NOON.plus(ApiKey.USUAL_LIFE), Optional.empty());
  }
}
