package dev.latchkey.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FederatedSubjectTest {
  private static final String ISSUER = "https://login.acme.example";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "some\u0000body", "some\nbody", "some\u007Fbody", "some\u0085body",
    "some\uD800body"})
  void refuses_names_that_could_not_be_stored_as_they_are(String name) {
    assertThatThrownBy(() -> new FederatedSubject(ISSUER, name)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new FederatedSubject(name, "1")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void takes_names_of_up_to_255_characters() {
    assertThat(new FederatedSubject(ISSUER, "auth0|Zo\u00EB".repeat(25)).subject()).hasSize(225);
    assertThatThrownBy(() -> new FederatedSubject(ISSUER, "x".repeat(256))).isInstanceOf(InvalidValue.class);
  }
}
