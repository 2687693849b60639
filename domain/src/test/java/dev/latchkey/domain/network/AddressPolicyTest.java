package dev.latchkey.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.network.AddressPolicy.Exemption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static final AddressPolicy PUBLIC_ONLY = new AddressPolicy(List.of());

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1",
    "192.167.255.255", "198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2001:200::1", "2003::1",
    "2a00:1450:4001::1"})
  void allows_public_addresses(String address) {
    assertThat(PUBLIC_ONLY.allows("login.example.com", address(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1",
    "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
    "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
    "240.0.0.1", "255.255.255.255"})
  void refuses_ipv4_addresses_that_are_not_public(String address) {
    assertThat(PUBLIC_ONLY.allows("login.example.com", address(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:10.0.0.1",
    "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:10::1", "2001:20::1", "2001:db8::1",
    "2002:a00:1::1", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1",
    "ff02::1"})
  void refuses_ipv6_addresses_that_are_not_public_or_hide_another(String address) {
    assertThat(PUBLIC_ONLY.allows("login.example.com", address(address))).isFalse();
  }

  @Test
  void exempts_a_network_whatever_the_host_is_called() {
    AddressPolicy policy = new AddressPolicy(List.of(Exemption.parse("10.1.0.0/16"), Exemption.parse("fd00::7")));

    assertThat(policy.allows("login.example.com", address("10.1.2.3"))).isTrue();
    assertThat(policy.allows("login.example.com", address("fd00::7"))).isTrue();
    assertThat(policy.allows("login.example.com", address("10.2.0.1"))).isFalse();
    assertThat(policy.allows("login.example.com", address("fd00::8"))).isFalse();
  }

  @Test
  void exempts_a_host_wherever_it_is_and_none_whose_name_is_only_alike() {
    AddressPolicy policy = new AddressPolicy(List.of(Exemption.parse("Login.intranet.example")));

    assertThat(policy.allows("login.INTRANET.example", address("10.1.2.3"))).isTrue();
    assertThat(policy.allows("evil.login.intranet.example", address("10.1.2.3"))).isFalse();
    assertThat(policy.allows("intranet.example", address("10.1.2.3"))).isFalse();
  }

  @Test
  void lets_a_trial_call_this_machine_and_nothing_else_besides() {
    AddressPolicy policy = PUBLIC_ONLY.withLoopback();

    assertThat(policy.allows("localhost", address("127.0.0.1"))).isTrue();
    assertThat(policy.allows("localhost", address("::1"))).isTrue();
    assertThat(policy.allows("localhost", address("10.0.0.1"))).isFalse();
  }

  @Test
  void keeps_what_is_not_encrypted_on_this_machine() {
    AddressPolicy policy = new AddressPolicy(List.of(Exemption.parse("10.0.0.0/8"))).withLoopback();

    assertThat(policy.allowsUnencrypted("localhost", address("127.0.0.1"))).isTrue();
    assertThat(policy.allowsUnencrypted("login.intranet.example", address("10.0.0.1"))).isFalse();
    assertThat(policy.allowsUnencrypted("login.example.com", address("8.8.8.8"))).isFalse();
    assertThat(PUBLIC_ONLY.allowsUnencrypted("localhost", address("127.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0/33", "256.0.0.1", "2130706433", "https://login.example.com", "a host",
    "login.example.com:443", "-login.example.com", "*.example.com"})
  void refuses_exemptions_that_are_neither_network_nor_host(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Exemption.parse(text));
  }

  private static IpAddress address(String literal) {
    return IpAddress.parse(literal).orElseThrow();
  }
}
