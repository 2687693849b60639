package dev.latchkey.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.network.AddressPolicy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerRuleTest {
  private static final AddressPolicy PUBLIC = new AddressPolicy(List.of());
  private final IssuerRule production = new IssuerRule(PUBLIC);
  private final IssuerRule trial = new IssuerRule(PUBLIC.withLoopback());

  @ParameterizedTest
  @ValueSource(strings = {"https://login.acme.example", "https://login.acme.example:8443/realms/acme",
    "https://1.1.1.1/"})
  void takes_what_may_be_public(String issuer) {
    assertThat(production.admits(new IssuerUrl(issuer))).isTrue();
    assertThat(trial.admits(new IssuerUrl(issuer))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/realms/acme", "http://127.0.0.1:8080", "http://[::1]:8080",
    "https://localhost/"})
  void takes_this_machine_in_a_trial_only(String issuer) {
    assertThat(trial.admits(new IssuerUrl(issuer))).isTrue();
    assertThat(production.admits(new IssuerUrl(issuer))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://login.acme.example", "http://1.1.1.1", "https://10.0.0.1", "https://169.254.169.254",
    "https://[fd00::1]", "http://10.0.0.1"})
  void never_takes_what_is_not_encrypted_or_inside_a_network(String issuer) {
    assertThat(trial.admits(new IssuerUrl(issuer))).isFalse();
    assertThat(production.admits(new IssuerUrl(issuer))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://login.microsoftonline.com/common/v2.0",
    "https://login.microsoftonline.com/organizations", "https://LOGIN.microsoftonline.com/Consumers/v2.0",
    "https://login.microsoftonline.us/common/v2.0",
    "https://login.microsoftonline.com/9188040D-6c67-4c5b-b112-36a304b66dad/v2.0"})
  void an_organization_does_not_name_everybodys_tenant(String issuer) {
    assertThatThrownBy(() -> IssuerUrl.ofOneTenant(issuer)).isInstanceOf(InvalidValue.class).extracting("code")
        .isEqualTo("ANY_TENANT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0",
    "https://login.acme.example/common/v2.0"})
  void an_organization_names_its_own(String issuer) {
    assertThat(IssuerUrl.ofOneTenant(issuer).value()).isEqualTo(issuer);
  }
}
