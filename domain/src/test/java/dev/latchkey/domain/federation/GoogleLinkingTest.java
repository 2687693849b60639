package dev.latchkey.domain.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whose account at Google an existing account is linked by its address, where the organization has the domain. */
class GoogleLinkingTest extends SsoArrivalExample {
  @BeforeEach
  void throughGoogle() {
    provider = Provider.GOOGLE;
    identity = ofWorkspace("acme.example");
    account = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    domain = Optional.of(verified(ACME, AutoJoin.OFF));
  }

  @Test
  void links_to_an_account_of_the_domains_workspace() {
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, true, Optional.empty()));
    assertThat(decide().chain()).contains(Reason.passed("workspace-account", ""));
  }

  @Test
  void links_to_no_private_account_though_google_has_once_confirmed_the_address() {
    identity = ofGoogle(Optional.empty());
    assertRefused();
    unused = true;
    assertRefused();
  }

  @Test
  void links_to_no_account_of_another_workspace() {
    identity = ofWorkspace("evil.example");
    assertRefused();
  }

  @Test
  void looks_at_no_workspace_where_the_link_came_that_was_mailed_to_the_address() {
    identity = ofGoogle(Optional.empty());
    mailed = true;
    assertThat(verdict()).isInstanceOf(Verdict.Admit.class);
  }

  @Test
  void asks_of_the_accounts_of_other_issuers_nothing_new_whatever_the_connection_calls_its_provider() {
    identity = identity(Optional.of(BOB), true);
    assertThat(verdict()).isInstanceOf(Verdict.Admit.class);
    assertThat(decide().chain()).extracting(Reason::rule).doesNotContain("workspace-account");
  }

  @Test
  void says_once_that_the_account_is_of_the_workspace_where_the_person_joins_as_well() {
    membership = Optional.empty();
    jit = on();
    assertThat(verdict()).isInstanceOfSatisfying(Verdict.Admit.class,
        admit -> assertThat(admit.joining()).isPresent());
    assertThat(decide().chain()).extracting(Reason::rule).containsOnlyOnce("workspace-account");
  }

  private void assertRefused() {
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
    assertThat(decide().chain().getLast().rule()).isEqualTo("workspace-account");
  }
}
