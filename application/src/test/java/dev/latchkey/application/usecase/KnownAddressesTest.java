package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.application.guessing.KnownAddresses;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.sso.SsoFault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An identity provider that names one address after the other, to find out who has an account. */
class KnownAddressesTest {
  private final SsoWorld sso = new SsoWorld();

  @BeforeEach
  void letNewcomersIn() {
    sso.justInTime(Role.AGENT);
    for (int i = 0; i <= KnownAddresses.MOST; i++) {
      sso.world.register(new EmailAddress("known" + i + "@elsewhere.example"));
    }
  }

  @Test
  void learns_of_a_few_and_then_nothing_more() {
    for (int i = 0; i < KnownAddresses.MOST; i++) {
      refused("known" + i + "@elsewhere.example");
    }
    List<Reason> known = refused("known" + KnownAddresses.MOST + "@elsewhere.example");
    assertThat(refused("nobody@elsewhere.example")).isEqualTo(known).endsWith(known.getLast());
    assertThat(known.getLast().rule()).isEqualTo("few-accounts-met");
  }

  @Test
  void lets_newcomers_in_again_after_a_while() {
    for (int i = 0; i < KnownAddresses.MOST; i++) {
      refused("known" + i + "@elsewhere.example");
    }
    sso.world.clock.advance(GuessCount.FORGIVEN_EVERY);
    assertThat(named("nobody@elsewhere.example")).isInstanceOf(Outcome.Entered.class);
  }

  @Test
  void counts_somebody_who_tries_again_and_again_once() {
    for (int i = 0; i < 3 * KnownAddresses.MOST; i++) {
      refused("known1@elsewhere.example");
    }
    assertThat(named("nobody@elsewhere.example")).isInstanceOf(Outcome.Entered.class);
  }

  @Test
  void holds_up_nobody_whose_domain_is_the_organizations() {
    for (int i = 0; i < KnownAddresses.MOST; i++) {
      refused("known" + i + "@elsewhere.example");
    }
    sso.verified(sso.acme.id(), "acme.example", AutoJoin.AUTOMATIC);
    assertThat(named("new@acme.example")).isInstanceOf(Outcome.Entered.class);
  }

  private List<Reason> refused(String address) {
    assertThat(((Outcome.Refused) named(address)).fault()).isEqualTo(SsoFault.NOT_LINKED);
    return sso.world.lastAudit(AuditAction.SIGN_IN).chain();
  }

  private Outcome named(String address) {
    sso.provider.knows(FakeRelyingParty.person(address, address, true));
    return sso.signIn();
  }
}
