package dev.latchkey.domain.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Google signs everybody in the world in: which of them an organization gets as members that it never asked. */
class GoogleNewcomersTest extends SsoArrivalExample {
  @BeforeEach
  void throughGoogle() {
    provider = Provider.GOOGLE;
    identity = ofWorkspace("acme.example");
  }

  @ParameterizedTest
  @EnumSource
  void lets_people_of_a_verified_domains_workspace_in_by_any_way_to_join(AutoJoin autoJoin) {
    jit = on();
    domain = Optional.of(verified(ACME, autoJoin));
    assertThat(verdict()).isInstanceOf(Verdict.Create.class);
    assertThat(decide().chain())
        .contains(Reason.passed("workspace-account", ""), Reason.passed("workspace-own", ""));
  }

  @Test
  void lets_people_of_a_listed_domains_workspace_in() {
    jit = listed("acme.example");
    assertThat(verdict()).isInstanceOf(Verdict.Create.class);
  }

  @Test
  void lets_nobody_in_of_a_domain_that_is_neither_verified_nor_listed_though_none_is_listed() {
    jit = on();
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    assertThat(decide().chain().getLast().rule()).isEqualTo("workspace-own");
    jit = listed("elsewhere.example");
    assertThat(decide().chain().getLast().rule()).isEqualTo("workspace-own");
  }

  @ParameterizedTest
  @EnumSource
  void lets_no_private_account_in_whatever_its_address(AutoJoin autoJoin) {
    jit = listed("acme.example");
    domain = Optional.of(verified(ACME, autoJoin));
    identity = ofGoogle(Optional.empty());
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    assertThat(decide().chain().getLast().rule()).isEqualTo("workspace-account");
  }

  @Test
  void lets_nobody_in_whose_workspace_is_of_another_domain_than_the_address() {
    jit = new JitSettings(true, Role.AGENT, List.of(new DomainName("acme.example"), new DomainName("evil.example")));
    identity = ofWorkspace("evil.example");
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    assertThat(decide().chain().getLast().rule()).isEqualTo("workspace-account");
  }

  @ParameterizedTest
  @EnumSource
  void goes_by_the_issuer_whatever_the_connection_calls_its_provider(Provider called) {
    jit = on();
    provider = called;
    identity = ofGoogle(Optional.empty());
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    identity = identity(Optional.of(BOB), true);
    assertThat(verdict()).as("of another issuer").isInstanceOf(Verdict.Create.class);
  }

  @Test
  void asks_it_neither_of_members_nor_of_who_is_invited() {
    identity = ofGoogle(Optional.empty());
    invitation = Optional.of(invited());
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB, byInvitation()));
    invitation = Optional.empty();
    linked = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    assertThat(verdict()).isEqualTo(new Verdict.Enter(USER));
  }

  @Test
  void says_first_that_nobody_is_let_in_where_that_is_so() {
    identity = ofGoogle(Optional.empty());
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }

  private static JitSettings listed(String domain) {
    return new JitSettings(true, Role.AGENT, List.of(new DomainName(domain)));
  }
}
