package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.DomainWorld.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.domainclaim.RecheckDomains;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecheckDomainsTest {
  private static final String NAME = "_latchkey.acme.example";
  private static final RecheckDomains.Outcome ONE = new RecheckDomains.Outcome.Done(1);

  private final DomainWorld world = new DomainWorld();
  private final VerifiedDomain claim = world.verified(DOMAIN);

  @Test
  void looks_for_a_proof_once_a_day() {
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.NotDue());
    pass(Duration.ofDays(1));
    assertThat(world.recheck.recheck()).isEqualTo(ONE);
    assertThat(stored().checkedAt()).isEqualTo(World.NOON.plus(Duration.ofDays(1)));
    pass(Duration.ofHours(23));
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.NotDue());
  }

  @Test
  void a_missing_proof_is_told_to_the_owners_and_nothing_else_happens_for_a_week() {
    world.members.join("Bob", Role.OWNER);
    world.members.join("Eve", Role.ADMIN);
    world.dns.withdraw(NAME);
    pass(Duration.ofDays(1));
    assertThat(world.recheck.recheck()).isEqualTo(ONE);
    assertThat(stored().lapsedAt()).contains(World.NOON.plus(Duration.ofDays(1)));
    assertThat(world.claims.holder(DOMAIN)).isPresent();
    assertThat(stored().isUsableAt(World.NOON.plus(Duration.ofDays(8)).minusMillis(1))).isTrue();
    assertThat(stored().isUsableAt(World.NOON.plus(Duration.ofDays(8)))).isFalse();
    assertThat(lapseMails()).extracting(mail -> mail.to().value()).containsExactlyInAnyOrder("ada@example.com",
        "bob@acme.example");
    assertThat(world.world.lastAudit(AuditAction.DOMAIN_LAPSED)).satisfies(event -> {
      assertThat(event.actor()).isEmpty();
      assertThat(event.organization()).contains(world.members.acme);
    });
  }

  @Test
  void a_lapse_is_told_once_and_looked_at_again_every_hour_until_it_ends() {
    world.dns.withdraw(NAME);
    pass(Duration.ofDays(1));
    world.recheck.recheck();
    pass(Duration.ofMinutes(59));
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.NotDue());
    pass(Duration.ofMinutes(1));
    assertThat(world.recheck.recheck()).isEqualTo(ONE);
    assertThat(lapseMails()).hasSize(1);
    assertThat(stored().lapsedAt()).contains(World.NOON.plus(Duration.ofDays(1)));
    world.dns.publish(claim.txtRecord());
    pass(Duration.ofHours(1));
    world.recheck.recheck();
    assertThat(stored().lapsedAt()).isEmpty();
    assertThat(world.world.lastAudit(AuditAction.DOMAIN_RECOVERED).organization()).contains(world.members.acme);
  }

  @Test
  void a_dns_that_is_down_for_weeks_takes_nothing_away() {
    world.dns.setDown(true);
    for (int hour = 0; hour < 21 * 24; hour++) {
      pass(Duration.ofHours(1));
      world.recheck.recheck();
    }
    assertThat(stored().lapsedAt()).isEmpty();
    assertThat(stored().isUsableAt(world.world.clock.instant())).isTrue();
    assertThat(lapseMails()).isEmpty();
    assertThat(world.world.ports.auditEvents()).noneMatch(event -> event.action() == AuditAction.DOMAIN_LAPSED);
  }

  @Test
  void one_node_does_it_for_all() {
    pass(Duration.ofDays(1));
    assertThat(world.world.ports.jobLeases().take(RecheckDomains.JOB, world.world.clock.instant(),
        world.world.clock.instant().plusSeconds(300))).isTrue();
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.NotDue());
    pass(Duration.ofMinutes(5));
    assertThat(world.recheck.recheck()).isEqualTo(ONE);
  }

  @Test
  void goes_on_as_long_as_something_is_due() {
    for (int i = 0; i < 24; i++) {
      world.verified(new DomainName("d" + i + ".example"));
    }
    pass(Duration.ofDays(1));
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.Done(25));
  }

  @Test
  void stops_before_its_turn_is_over_and_comes_back_for_the_rest() {
    for (int i = 0; i < 9; i++) {
      world.verified(new DomainName("d" + i + ".example"));
    }
    pass(Duration.ofDays(1));
    takeAMinuteEach();
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.Done(4));
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.NotDue());
    pass(Duration.ofMinutes(1));
    assertThat(world.recheck.recheck()).isEqualTo(new RecheckDomains.Outcome.Done(4));
  }

  private void takeAMinuteEach() {
    world.dns.meanwhile(() -> {
      pass(Duration.ofMinutes(1));
      takeAMinuteEach();
    });
  }

  @Test
  void an_answer_that_comes_after_a_change_is_about_something_that_was() {
    pass(Duration.ofDays(1));
    world.dns.withdraw(NAME);
    world.dns.meanwhile(() -> {
      world.dns.publish(claim.txtRecord());
      world.verify(world.again(world.members.ada), claim);
      world.dns.withdraw(NAME);
    });
    world.recheck.recheck();
    assertThat(stored().lapsedAt()).isEmpty();
  }

  @Test
  void asks_outside_of_any_unit_of_work() {
    pass(Duration.ofDays(1));
    world.dns.meanwhile(() -> assertThat(world.world.ports.unitOfWork().isRunning()).isFalse());
    assertThat(world.recheck.recheck()).isEqualTo(ONE);
  }

  private void pass(Duration time) {
    world.world.clock.advance(time);
  }

  private VerifiedDomain stored() {
    return (VerifiedDomain) world.stored(claim);
  }

  private List<OutgoingMail> lapseMails() {
    return world.world.ports.mailOutbox().waiting().filter(mail -> mail.subject().equals("DomainLapsed"))
        .toList();
  }
}
