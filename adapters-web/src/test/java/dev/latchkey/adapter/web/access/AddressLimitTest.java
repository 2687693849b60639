package dev.latchkey.adapter.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.domain.network.IpAddress;
import io.github.bucket4j.TimeMeter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
  private long nanos;
  private final TimeMeter clock = new TimeMeter() {
    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  };

  @Test
  void refuses_the_first_try_too_many_and_says_how_long_to_wait() {
    AddressLimit limit = limit(true);
    for (int i = 0; i < 3; i++) {
      assertThat(limit.tryFrom(address("192.0.2.1"))).isEmpty();
    }
    assertThat(limit.tryFrom(address("192.0.2.1"))).contains(Duration.ofSeconds(20));
  }

  @Test
  void lets_people_in_again_after_the_wait() {
    AddressLimit limit = limit(true);
    for (int i = 0; i < 4; i++) {
      limit.tryFrom(address("192.0.2.1"));
    }
    nanos += Duration.ofSeconds(20).toNanos();
    assertThat(limit.tryFrom(address("192.0.2.1"))).isEmpty();
    assertThat(limit.tryFrom(address("192.0.2.1"))).isPresent();
  }

  @Test
  void counts_each_address_for_itself_but_an_ipv6_network_as_one() {
    AddressLimit limit = limit(true);
    for (int i = 0; i < 4; i++) {
      limit.tryFrom(address("192.0.2.1"));
      limit.tryFrom(address("2001:db8::" + i));
    }
    assertThat(limit.tryFrom(address("192.0.2.2"))).isEmpty();
    assertThat(limit.tryFrom(address("2001:db8::ffff"))).isPresent();
    assertThat(limit.tryFrom(address("2001:db8:0:1::1"))).isEmpty();
  }

  @Test
  void exempts_this_machine_in_a_trial_only() {
    AddressLimit trial = limit(true);
    AddressLimit production = limit(false);
    for (int i = 0; i < 3; i++) {
      trial.tryFrom(address("127.0.0.1"));
      production.tryFrom(address("127.0.0.1"));
    }
    assertThat(trial.tryFrom(address("127.0.0.1"))).isEmpty();
    assertThat(production.tryFrom(address("127.0.0.1"))).isPresent();
  }

  private AddressLimit limit(boolean trial) {
    URI url = URI.create("https://sso.example.com");
    return new AddressLimit(new WebSettings(url, url, "Latchkey", trial, false, true, List.of(), 3), clock);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
