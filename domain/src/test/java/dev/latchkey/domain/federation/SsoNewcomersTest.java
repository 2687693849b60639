package dev.latchkey.domain.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.SsoFault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The decision table of who becomes a member by coming through an identity provider. */
class SsoNewcomersTest extends SsoArrivalExample {
  @Test
  void creates_nobody_unless_something_says_so() {
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
    domain = Optional.of(verified(ACME, AutoJoin.OFF));
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }

  @Test
  void creates_just_in_time_with_the_default_role() {
    jit = new JitSettings(true, Role.ADMIN, List.of());
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.ADMIN, MembershipStatus.ACTIVE, MembershipSource.JIT, Optional.empty())));
  }

  @Test
  void creates_just_in_time_only_for_the_domains_that_are_allowed() {
    jit = new JitSettings(true, Role.AGENT, List.of(new DomainName("elsewhere.example")));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
    jit = new JitSettings(true, Role.AGENT, List.of(new DomainName("acme.example")));
    assertThat(verdict()).isInstanceOf(Verdict.Create.class);
  }

  @Test
  void creates_nobody_just_in_time_while_the_proof_of_the_domain_is_gone() {
    jit = on();
    domain = Optional.of(lapsed(ACME));
    assertThat(fault()).isEqualTo(SsoFault.DOMAIN_NOT_ALLOWED);
  }

  @Test
  void has_people_wait_where_admins_want_to_approve_them_just_in_time_or_not() {
    domain = Optional.of(verified(ACME, AutoJoin.APPROVAL));
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.AGENT, MembershipStatus.PENDING, MembershipSource.AUTOJOIN, Optional.empty())));
    jit = new JitSettings(true, Role.ADMIN, List.of());
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.ADMIN, MembershipStatus.PENDING, MembershipSource.JIT, Optional.empty())));
    linked = Optional.of(USER);
    assertThat(verdict()).isEqualTo(new Verdict.Admit(USER, false, Optional.of(
        new Joining(Role.ADMIN, MembershipStatus.PENDING, MembershipSource.JIT, Optional.empty()))));
  }

  @Test
  void welcomes_people_of_a_domain_that_lets_all_of_them_in() {
    domain = Optional.of(verified(ACME, AutoJoin.AUTOMATIC));
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB,
        new Joining(Role.AGENT, MembershipStatus.ACTIVE, MembershipSource.AUTOJOIN, Optional.empty())));
    domain = Optional.of(lapsed(ACME));
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }

  @Test
  void honours_an_invitation_before_anything_else() {
    invitation = Optional.of(invited());
    domain = Optional.of(verified(ACME, AutoJoin.APPROVAL));
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB, byInvitation()));
    identity = identity(Optional.of(BOB), false);
    assertThat(fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
  }

  @Test
  void believes_the_address_of_whoever_comes_by_the_link_that_was_mailed_there() {
    invitation = Optional.of(invited());
    mailed = true;
    identity = identity(Optional.of(BOB), false);
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB, byInvitation()));
    identity = identity(Optional.empty(), false);
    assertThat(verdict()).isEqualTo(new Verdict.Create(BOB, byInvitation()));
    account = Optional.of(USER);
    assertThat(fault()).isEqualTo(SsoFault.NOT_LINKED);
  }
}
