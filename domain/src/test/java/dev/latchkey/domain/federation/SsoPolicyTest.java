package dev.latchkey.domain.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of who is recognised as whom after coming back from an identity provider. */
class SsoPolicyTest extends SsoArrivalExample {
  @Test
  void lets_a_linked_member_in_whatever_the_provider_says_about_the_address() {
    linked = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    identity = identity(Optional.empty(), false);
    assertThat(verdict()).isEqualTo(new Verdict.Enter(USER));
    domain = Optional.of(verified(OTHER, AutoJoin.OFF));
    identity = identity(Optional.of(BOB), true);
    assertThat(verdict()).isEqualTo(new Verdict.Enter(USER));
  }

  @ParameterizedTest
  @CsvSource({"DEACTIVATED, MEMBER_DEACTIVATED", "PENDING, MEMBER_PENDING"})
  void keeps_members_out_who_are_not_active_linked_or_not(MembershipStatus status, SsoFault fault) {
    jit = on();
    membership = Optional.of(member(status));
    domain = Optional.of(verified(ACME, AutoJoin.AUTOMATIC));
    linked = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Refuse(fault, Optional.of(USER.id())));
    linked = Optional.empty();
    account = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Refuse(fault, Optional.of(USER.id())));
  }

  @Test
  void does_not_bring_removed_members_back_unless_they_are_invited_anew() {
    jit = on();
    removed = true;
    linked = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Refuse(SsoFault.MEMBER_REMOVED, Optional.of(USER.id())));
    invitation = Optional.of(invited());
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, false, Optional.of(byInvitation())));
    linked = Optional.empty();
    account = Optional.of(USER);
    invitation = Optional.empty();
    domain = Optional.of(verified(ACME, AutoJoin.AUTOMATIC));
    assertThat(fault()).isEqualTo(SsoFault.MEMBER_REMOVED);
  }

  @Test
  void links_an_account_by_its_address_if_the_organization_has_verified_the_domain() {
    account = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    domain = Optional.of(verified(ACME, AutoJoin.OFF));
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, true, Optional.empty()));
  }

  @Test
  void links_no_account_by_its_address_otherwise() {
    account = Optional.of(USER);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    jit = on();
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    domain = Optional.of(lapsed(ACME));
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    assertThat(decide().chain().getLast()).isEqualTo(Reason.failed("domain-verified-here",
        "An account with this address is linked by itself only if the organization has verified the domain."));
  }

  @Test
  void links_an_account_that_the_organization_entered_and_nobody_has_used() {
    account = Optional.of(USER);
    unused = true;
    jit = on();
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    membership = Optional.of(member(MembershipStatus.ACTIVE));
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, true, Optional.empty()));
    identity = identity(Optional.of(BOB), false);
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
  }

  @Test
  void links_an_account_that_nobody_has_used_to_who_comes_by_the_link_that_was_mailed_to_its_address() {
    account = Optional.of(USER);
    unused = true;
    invitation = Optional.of(invited());
    identity = identity(Optional.of(BOB), false);
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
    mailed = true;
    assertThat(verdict()).isInstanceOf(Verdict.Admit.class);
    unused = false;
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }

  @Test
  void does_not_tell_an_organization_whom_else_we_know() {
    SsoAdmission stranger = decide();
    account = Optional.of(USER);
    assertThat(decide()).isEqualTo(stranger);
  }

  @Test
  void refuses_addresses_of_a_domain_that_another_organization_has_verified() {
    jit = on();
    invitation = Optional.of(invited());
    domain = Optional.of(verified(OTHER, AutoJoin.OFF));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    account = Optional.of(USER);
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    domain = Optional.of(lapsed(OTHER));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
  }

  @Test
  void needs_an_address_for_whoever_is_not_linked() {
    jit = on();
    identity = identity(Optional.empty(), true);
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_MISSING);
  }

  @ParameterizedTest
  @CsvSource({"OIDC, false, false", "OIDC, true, false", "OKTA, true, false", "GOOGLE, true, false",
    "AZURE, false, false", "AZURE, true, true"})
  void believes_an_unconfirmed_address_of_entra_only_and_only_of_the_organizations_own_domain(Provider from,
      boolean own, boolean believed) {
    jit = on();
    provider = from;
    identity = identity(Optional.of(BOB), false);
    domain = own ? Optional.of(verified(ACME, AutoJoin.OFF)) : Optional.empty();
    if (believed) {
      assertThat(verdict()).isInstanceOf(Verdict.Create.class);
    } else {
      assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
    }
  }
}
