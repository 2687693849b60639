package dev.latchkey.adapter.idp.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.Person;
import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of claims about a person, where the standard leaves room and where a provider does not keep to it. */
class PeopleTest {
  private static final TestProvider PROVIDER = TestProvider.start();
  private static final OidcRelyingParty RELYING_PARTY =
      new OidcRelyingParty(new DirectHttp(), InstantSource.system());
  private static final Person ADA = Person.of("ada-1", "ada@example.com", "Ada Lovelace");

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @ParameterizedTest
  @MethodSource
  void takes_an_address_for_verified_only_if_it_says_exactly_that(@Nullable Object claim) {
    OidcIdentity identity = identity(ADA.with("email_verified", claim));

    assertThat(identity.email()).contains(EmailAddress.parse("ada@example.com"));
    assertThat(identity.emailVerified()).isFalse();
  }

  static Stream<@Nullable Object> takes_an_address_for_verified_only_if_it_says_exactly_that() {
    return Stream.of(null, false, "true", "false", 1, List.of(true), Map.of("verified", true));
  }

  @ParameterizedTest
  @MethodSource
  void takes_what_is_no_address_for_none(@Nullable Object claim) {
    OidcIdentity identity = identity(ADA.with("email", claim));

    assertThat(identity.email()).isEmpty();
    assertThat(identity.emailVerified()).isFalse();
  }

  static Stream<@Nullable Object> takes_what_is_no_address_for_none() {
    return Stream.of(null, "", " ", "ada", "ada@example.com, eve@example.com",
        "ada@example.com\r\nBcc: eve@example.com",
        "ada@exämple.com", "\"a b\"@example.com", List.of("ada@example.com"), Map.of("value", "ada@example.com"), 42);
  }

  @Test
  void puts_a_name_together_from_its_parts() {
    assertThat(identity(ADA.with("name", null).with("given_name", "Ada").with("family_name", "Lovelace")).name())
        .contains(new PersonName("Ada Lovelace"));
    assertThat(identity(ADA.with("name", "Ada\nLovelace")).name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx-YY", "no locale", "../../etc"})
  void takes_what_is_no_locale_for_none(String claim) {
    assertThat(identity(ADA.with("locale", claim)).locale()).isEmpty();
  }

  @Test
  void refuses_a_subject_that_is_longer_than_any_may_be() {
    PROVIDER.signsIn(new Person("x".repeat(256), ADA.claims()));

    assertThat(trip().refusal()).isEqualTo(SsoFault.TOKEN_SUBJECT);
  }

  @Test
  void reads_the_domain_whose_workspace_somebody_is_of() {
    assertThat(identity(ADA.with("hd", "Acme.Example")).hostedDomain()).contains(new DomainName("acme.example"));
    assertThat(identity(ADA).hostedDomain()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void takes_what_is_no_domain_for_no_workspace(Object claim) {
    assertThat(identity(ADA.with("hd", claim)).hostedDomain()).isEmpty();
  }

  static Stream<Object> takes_what_is_no_domain_for_no_workspace() {
    return Stream.of("", " ", true, 1, "acme.example evil.example", "@acme.example", "https://acme.example",
        List.of("acme.example"), Map.of("domain", "acme.example"));
  }

  @Test
  void takes_the_workspace_from_the_signed_token_only() {
    PROVIDER.tellsByUserinfo(true);
    try {
      OidcIdentity identity = identity(ADA.with("hd", "acme.example"));
      assertThat(identity.email()).as("by userinfo").isPresent();
      assertThat(identity.hostedDomain()).isEmpty();
    } finally {
      PROVIDER.tellsByUserinfo(false);
    }
  }

  @Test
  void believes_claims_about_an_address_only_together() {
    PROVIDER.tellsByUserinfo(true);
    try {
      assertThat(identity(ADA.with("email_verified", null)).emailVerified()).isFalse();
      assertThat(identity(ADA).emailVerified()).isTrue();
    } finally {
      PROVIDER.tellsByUserinfo(false);
    }
  }

  private static RoundTrip trip() {
    return new RoundTrip(RELYING_PARTY, RoundTrip.clientOf(PROVIDER, Provider.OIDC));
  }

  private static OidcIdentity identity(Person person) {
    PROVIDER.signsIn(person);
    return trip().identity();
  }
}
