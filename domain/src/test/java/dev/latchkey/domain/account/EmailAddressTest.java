package dev.latchkey.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({"Ada@Example.COM,ada@example.com", "' ada@example.com ',ada@example.com",
    "a.b+c@sub.example.com,a.b+c@sub.example.com", "ada@xn--bcher-kva.example,ada@xn--bcher-kva.example"})
  void reads_addresses_as_people_type_them(String typed, String address) {
    assertThat(EmailAddress.parse(typed).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "@example.com", "ada@", "ada@example", "ada@example.com.", "ada@@example.com",
    "a..b@example.com", ".a@example.com", "a.@example.com", "ada@-example.com", "ada@example-.com", "ada@192.0.2.1",
    "ada@[192.0.2.1]", "\"ada\"@example.com", "\"a@b\"@example.com", "ada b@example.com", "ada(x)@example.com",
    "ada@exam_ple.com", "ada@.example.com", "ada@example..com", "ada@example.1com", "ada@example.com-",
    "ada,bob@example.com", "ada@example.com,bob@example.com", "<ada@example.com>"})
  void refuses_what_is_no_plain_address(String typed) {
    assertThatThrownBy(() -> EmailAddress.parse(typed)).isInstanceOf(InvalidValue.class)
        .extracting("field").isEqualTo("email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com\r\nBcc: bob@example.com", "ada@example.com\n", "\nada@example.com",
    "ada\u0000@example.com", "ada@example.com\t", "a\rda@example.com"})
  void refuses_control_characters_wherever_they_stand(String typed) {
    assertThatThrownBy(() -> EmailAddress.parse(typed)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@ex\u0430mple.com", "ada@example\uFF0Ecom", "ada@example\u3002com",
    "\uFF41da@example.com", "ada\u200B@example.com", "ada@b\u00FCcher.example", "\u212Aate@example.com"})
  void refuses_lookalikes_of_ascii(String typed) {
    assertThatThrownBy(() -> EmailAddress.parse(typed)).isInstanceOf(InvalidValue.class).extracting("code")
        .isEqualTo("NOT_ASCII");
  }

  @Test
  void takes_labels_of_63_characters_and_none_longer() {
    assertThat(EmailAddress.parse("ada@" + "a".repeat(63) + ".example").domain()).hasSize(71);
    assertThatThrownBy(() -> EmailAddress.parse("ada@" + "a".repeat(64) + ".example")).extracting("code")
        .isEqualTo("MALFORMED");
  }

  @Test
  void refuses_what_is_longer_than_mail_servers_take() {
    assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@example.com")).extracting("code")
        .isEqualTo("TOO_LONG");
    String domain = ("a".repeat(60) + ".").repeat(4) + "example";
    assertThatThrownBy(() -> EmailAddress.parse("ada@" + domain)).extracting("code").isEqualTo("TOO_LONG");
  }
}
