package dev.latchkey.domain.domainclaim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  @ParameterizedTest
  @CsvSource({"example.com, example.com", "' Mail.EXAMPLE.com ', mail.example.com",
    "bücher.example, xn--bcher-kva.example", "BÜCHER.example, xn--bcher-kva.example",
    "xn--bcher-kva.example, xn--bcher-kva.example", "пример.example, xn--e1afmkfd.example",
    "1-800.example, 1-800.example", "localhost, localhost"})
  void has_one_spelling(String typed, String value) {
    assertThat(DomainName.parse(typed).value()).isEqualTo(value);
  }

  @Test
  void is_the_same_for_composed_and_decomposed_letters() {
    assertThat(DomainName.parse("bu\u0308cher.example")).isEqualTo(DomainName.parse("b\u00fccher.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"example\uff0ecom", "example\u3002com", "example\uff61com", "\uff45xample.com", "ﬁsh.example",
    "straße.example", "exam\u200dple.com", "exam\u00adple.com", "①.example", "example.ℭom"})
  void refuses_what_only_looks_like_it(String typed) {
    assertThatThrownBy(() -> DomainName.parse(typed)).isInstanceOfSatisfying(InvalidValue.class,
        refused -> assertThat(refused.field()).isEqualTo("domain"));
  }

  @ParameterizedTest
  @CsvSource({"'', MALFORMED", "example.com., MALFORMED", ".example.com, MALFORMED", "exam..ple.com, MALFORMED",
    "-example.com, MALFORMED", "example-.com, MALFORMED", "exa_mple.com, MALFORMED", "exam ple.com, MALFORMED",
    "ada@example.com, MALFORMED", "https://example.com, MALFORMED", "example.com:443, MALFORMED",
    "*.example.com, MALFORMED", "192.0.2.1, IP_ADDRESS", "2001:db8::1, MALFORMED", "[192.0.2.1], MALFORMED",
    "example.1com, IP_ADDRESS"})
  void refuses_what_is_no_domain(String typed, String code) {
    assertThatThrownBy(() -> DomainName.parse(typed)).isInstanceOfSatisfying(InvalidValue.class,
        refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com\n", "example.com\r\n", "exam\0ple.com", "\texample.com"})
  void refuses_line_breaks_and_control_characters(String typed) {
    assertThatThrownBy(() -> DomainName.parse(typed)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void leaves_room_for_the_label_of_the_proof() {
    String label = "a".repeat(59) + ".";
    String longest = label.repeat(4) + "com";
    assertThat(DomainName.parse(longest).value()).hasSize(243);
    assertThatThrownBy(() -> DomainName.parse("a" + longest)).isInstanceOfSatisfying(InvalidValue.class,
        refused -> assertThat(refused.code()).isEqualTo("TOO_LONG"));
    assertThatThrownBy(() -> DomainName.parse("a".repeat(64) + ".com")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void every_address_has_one() {
    assertThat(DomainName.of(new EmailAddress("ada@mail.example.com"))).isEqualTo(new DomainName("mail.example.com"));
  }

  @Test
  void can_be_read_in_the_letters_of_its_language() {
    assertThat(new DomainName("xn--bcher-kva.example").readable()).isEqualTo("bücher.example");
  }
}
