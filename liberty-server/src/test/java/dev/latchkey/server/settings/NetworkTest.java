package dev.latchkey.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 10.255.0.1, true", "10.0.0.0/8, 11.0.0.1, false", "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false", "0.0.0.0/0, 203.0.113.9, true", "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true", "2001:db8::/33, 2001:db8:8000::1, false"})
  void contains_addresses_that_begin_like_it(String network, String address, boolean contained) throws Exception {
    assertThat(Network.parse(network).contains(InetAddress.getByName(address))).isEqualTo(contained);
  }
}
