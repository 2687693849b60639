package dev.latchkey.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.DomainName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcIdentityTest {
  private static final String GOOGLE = "https://accounts.google.com";

  @ParameterizedTest
  @CsvSource({"bob@acme.example, acme.example, true", "bob@acme.example, , false",
    "bob@acme.example, evil.example, false", "bob@mail.acme.example, acme.example, false", ", acme.example, false",
    ", , false"})
  void has_at_google_an_address_of_its_own_by_the_workspace_of_its_domain_only(@Nullable String email,
      @Nullable String hosted, boolean own) {
    assertThat(identity(GOOGLE, email, hosted).hasAddressOfItsOwn()).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({"https://accounts.google.com.evil.example", "https://accounts.google.com/", "https://login.acme.example"})
  void is_taken_at_its_word_if_it_is_of_any_other_issuer(String issuer) {
    assertThat(identity(issuer, "bob@acme.example", null).isOfGoogle()).isFalse();
    assertThat(identity(issuer, "bob@acme.example", null).hasAddressOfItsOwn()).isTrue();
  }

  private static OidcIdentity identity(String issuer, @Nullable String email, @Nullable String hosted) {
    return new OidcIdentity(new FederatedSubject(issuer, "1"), Optional.ofNullable(email).map(EmailAddress::parse),
        true, Optional.empty(), Optional.empty(), Optional.ofNullable(hosted).map(DomainName::new));
  }
}
