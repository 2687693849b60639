package dev.latchkey.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitSettingsTest {
  private static final DomainName ACME = new DomainName("acme.example");
  private static final DomainName EXAMPLE = new DomainName("example.com");

  @Test
  void lets_nobody_in_at_first() {
    assertThat(JitSettings.INITIAL.enabled()).isFalse();
    assertThat(JitSettings.INITIAL.defaultRole()).isEqualTo(Role.AGENT);
  }

  @Test
  void never_makes_an_owner() {
    assertThatThrownBy(() -> new JitSettings(true, Role.OWNER, List.of())).isInstanceOf(InvalidValue.class)
        .extracting("field", "code").containsExactly("defaultRole", "OWNER");
  }

  @Test
  void allows_every_domain_unless_some_are_listed() {
    assertThat(new JitSettings(true, Role.AGENT, List.of()).allows(ACME)).isTrue();
    JitSettings limited = new JitSettings(true, Role.AGENT, List.of(ACME));
    assertThat(limited.allows(ACME)).isTrue();
    assertThat(limited.allows(EXAMPLE)).isFalse();
    assertThat(limited.allows(new DomainName("mail.acme.example"))).isFalse();
  }

  @Test
  void lists_each_domain_once_in_the_order_of_the_alphabet() {
    assertThat(new JitSettings(true, Role.AGENT, List.of(EXAMPLE, ACME, EXAMPLE)).allowedDomains())
        .containsExactly(ACME, EXAMPLE);
  }

  @Test
  void takes_a_hundred_domains_and_no_more() {
    List<DomainName> many = IntStream.range(0, 101).mapToObj(i -> new DomainName("d" + i + ".example")).toList();
    assertThat(new JitSettings(true, Role.AGENT, many.subList(0, 100)).allowedDomains()).hasSize(100);
    assertThatThrownBy(() -> new JitSettings(true, Role.AGENT, many)).isInstanceOf(InvalidValue.class)
        .extracting("field", "code").containsExactly("allowedDomains", "TOO_MANY");
  }
}
