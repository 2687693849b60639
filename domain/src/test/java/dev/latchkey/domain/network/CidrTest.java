package dev.latchkey.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 10.255.255.255", "192.0.2.1, 192.0.2.1", "0.0.0.0/0, 8.8.8.8", "10.1.2.3/9, 10.127.0.1",
    "2001:db8::/32, 2001:db8:ffff::1", "::1, ::1", "127.0.0.0/8, ::ffff:127.0.0.1"})
  void contains_what_lies_inside(String network, String address) {
    assertThat(Cidr.parse(network).contains(address(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 11.0.0.0", "192.0.2.1, 192.0.2.2", "10.1.2.3/9, 10.128.0.0", "2001:db8::/32, 2001:db9::1",
    "0.0.0.0/0, ::1", "::/0, 10.0.0.1"})
  void does_not_contain_what_lies_outside(String network, String address) {
    assertThat(Cidr.parse(network).contains(address(address))).isFalse();
  }

  @Test
  void knows_one_network_in_two_spellings() {
    assertThat(Cidr.parse("10.1.2.3/8")).isEqualTo(Cidr.parse("10.0.0.0/8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0",
    "256.0.0.1",
    "localhost", "dead.beef", "010.0.0.1", "1.2.3.4.5", ":::"})
  void refuses_what_is_no_network_and_looks_up_no_name(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
  }

  @Test
  void gives_everybody_a_network_of_their_own() {
    assertThat(address("192.0.2.1").ownNetwork()).isEqualTo(Cidr.parse("192.0.2.1/32"));
    assertThat(address("2001:db8::1:2:3:4").ownNetwork()).isEqualTo(Cidr.parse("2001:db8::/64"));
    assertThat(address("fe80::1%eth0").text()).isEqualTo("fe80:0:0:0:0:0:0:1");
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
