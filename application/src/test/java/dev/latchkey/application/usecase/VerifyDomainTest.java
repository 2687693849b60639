package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.DomainWorld.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.application.domainclaim.VerifyDomain;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.DomainFinding;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyDomainTest {
  private final DomainWorld world = new DomainWorld();
  private final Actor ada = world.members.ada;

  @Test
  void the_record_proves_the_claim() {
    PendingDomain claim = world.claimed(DOMAIN);
    world.dns.publish("_latchkey.acme.example", "v=spf1 -all", claim.txtRecord().value());
    assertThat(world.verify(ada, claim)).isEqualTo(new VerifyDomain.Outcome.Verified(claim.verified(World.NOON)));
    assertThat(world.claims.holder(DOMAIN).orElseThrow().organizationId()).isEqualTo(world.members.acme);
    assertThat(world.world.lastAudit(AuditAction.DOMAIN_VERIFIED).outcome()).isEqualTo(AuditOutcome.SUCCESS);
  }

  @Test
  void without_the_record_it_stays_pending_and_what_was_seen_is_told() {
    PendingDomain claim = world.claimed(DOMAIN);
    assertThat(world.verify(ada, claim)).isEqualTo(missed(claim, DomainFinding.Kind.NO_RECORD));
    world.dns.publish("_latchkey.acme.example", "something else");
    assertThat(world.verify(ada, claim)).isEqualTo(missed(claim, DomainFinding.Kind.OTHER_VALUE, "something else"));
    assertThat(world.stored(claim)).isEqualTo(claim);
  }

  @Test
  void another_organizations_record_proves_nothing() {
    PendingDomain mine = world.claimed(DOMAIN);
    PendingDomain theirs = ((AddDomain.Outcome.Added) world.add(world.zoe, world.other, DOMAIN)).claim();
    world.dns.publish(theirs.txtRecord());
    assertThat(world.verify(ada, mine))
        .isEqualTo(missed(mine, DomainFinding.Kind.OTHER_CLAIM, theirs.txtRecord().value()));
    assertThat(world.claims.holder(DOMAIN)).isEmpty();
  }

  @Test
  void a_dns_without_an_answer_decides_nothing() {
    PendingDomain claim = world.claimed(DOMAIN);
    world.dns.setDown(true);
    assertThat(world.verify(ada, claim)).isEqualTo(new VerifyDomain.Outcome.Unclear(claim, "no answer in time"));
    VerifiedDomain verified = verifiedAgain(claim);
    world.dns.setDown(true);
    assertThat(world.verify(ada, claim)).isInstanceOf(VerifyDomain.Outcome.Unclear.class);
    assertThat(((VerifiedDomain) world.stored(claim)).lapsedAt()).isEqualTo(verified.lapsedAt()).isEmpty();
  }

  @Test
  void the_first_to_prove_it_has_it_and_nobody_learns_who() {
    world.verified(DOMAIN);
    PendingDomain theirs = ((AddDomain.Outcome.Added) world.add(world.zoe, world.other, DOMAIN)).claim();
    world.dns.publish(theirs.txtRecord());
    assertThat(world.verify(world.zoe, theirs)).isEqualTo(new VerifyDomain.Outcome.Taken());
    assertThat(world.claims.holder(DOMAIN).orElseThrow().organizationId()).isEqualTo(world.members.acme);
    AuditEvent event = world.world.lastAudit(AuditAction.DOMAIN_VERIFIED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.organization()).contains(world.other);
    assertThat(event.toString()).doesNotContain(world.members.acme.value());
  }

  @Test
  void another_organization_gets_it_only_after_the_grace_of_a_lapse_is_over() {
    VerifiedDomain mine = world.verified(DOMAIN);
    PendingDomain theirs = ((AddDomain.Outcome.Added) world.add(world.zoe, world.other, DOMAIN)).claim();
    world.dns.publish(theirs.txtRecord());
    assertThat(world.verify(ada, mine)).isInstanceOf(VerifyDomain.Outcome.NotFound.class);
    world.world.clock.advance(VerifiedDomain.GRACE.minusSeconds(1));
    renew(theirs);
    assertThat(world.verify(world.again(world.zoe), theirs)).isEqualTo(new VerifyDomain.Outcome.Taken());
    world.world.clock.advance(Duration.ofSeconds(1));
    assertThat(world.verify(world.again(world.zoe), theirs)).isInstanceOf(VerifyDomain.Outcome.Verified.class);

    assertThat(world.claims.holder(DOMAIN).orElseThrow().organizationId()).isEqualTo(world.other);
    assertThat(world.stored(mine)).isInstanceOf(PendingDomain.class);
    AuditEvent lost = world.world.lastAudit(AuditAction.DOMAIN_LOST);
    assertThat(lost.organization()).contains(world.members.acme);
    assertThat(lost.actor()).isEmpty();
    assertThat(lost.toString()).doesNotContain(World.ORIGIN.address(), world.other.value());
    assertThat(world.world.lastMail().subject()).isEqualTo("DomainLost");
    assertThat(world.world.lastMail().to()).isEqualTo(World.ADA);
  }

  @Test
  void looking_again_ends_a_lapse() {
    VerifiedDomain mine = world.verified(DOMAIN);
    world.dns.withdraw("_latchkey.acme.example");
    assertThat(world.verify(ada, mine)).isInstanceOfSatisfying(VerifyDomain.Outcome.NotFound.class,
        found -> assertThat(((VerifiedDomain) found.claim()).lapsedAt()).contains(World.NOON));
    assertThat(world.world.lastMail().subject()).isEqualTo("DomainLapsed");
    world.dns.publish(mine.txtRecord());
    assertThat(world.verify(ada, mine)).isInstanceOf(VerifyDomain.Outcome.Verified.class);
    assertThat(((VerifiedDomain) world.stored(mine)).lapsedAt()).isEmpty();
    assertThat(world.world.lastAudit(AuditAction.DOMAIN_RECOVERED).actor()).contains(ada.userId());
  }

  @Test
  void the_dns_is_asked_outside_of_any_unit_of_work_and_rights_are_judged_again_afterwards() {
    PendingDomain claim = world.claimed(DOMAIN);
    world.dns.publish(claim.txtRecord());
    world.dns.meanwhile(() -> {
      assertThat(world.world.ports.unitOfWork().isRunning()).isFalse();
      world.world.clock.advance(Duration.ofMinutes(11));
    });
    assertThat(world.verify(ada, claim)).isEqualTo(new VerifyDomain.Outcome.Denied(new Denial.ProofTooOld()));
    assertThat(world.claims.holder(DOMAIN)).isEmpty();
  }

  @Test
  void a_claim_that_is_removed_while_the_dns_is_asked_is_gone() {
    PendingDomain claim = world.claimed(DOMAIN);
    world.dns.publish(claim.txtRecord());
    world.dns.meanwhile(() -> world.remove(ada, world.members.acme, claim.id()));
    assertThat(world.verify(ada, claim)).isEqualTo(new VerifyDomain.Outcome.Denied(new Denial.NotFound()));
    assertThat(world.claims.holder(DOMAIN)).isEmpty();
  }

  @Test
  void a_proof_of_one_claim_is_none_of_a_later_one() {
    PendingDomain before = world.claimed(DOMAIN);
    world.dns.publish(before.txtRecord());
    world.remove(ada, world.members.acme, before.id());
    PendingDomain after = world.claimed(DOMAIN);
    assertThat(world.verify(ada, after)).isInstanceOfSatisfying(VerifyDomain.Outcome.NotFound.class,
        found -> assertThat(found.finding().kind()).isEqualTo(DomainFinding.Kind.OTHER_CLAIM));
  }

  /** The other organization keeps its claim alive. */
  private void renew(PendingDomain claim) {
    OrganizationId organization = claim.organizationId();
    PendingDomain stored = (PendingDomain) world.claims.find(organization, claim.id()).orElseThrow();
    world.claims.save(new PendingDomain(stored.id(), organization, stored.domain(), stored.token(),
        stored.createdAt(), world.world.clock.instant().plus(PendingDomain.TERM), stored.version()));
  }

  private VerifiedDomain verifiedAgain(PendingDomain claim) {
    world.dns.setDown(false);
    world.dns.publish(claim.txtRecord());
    world.verify(ada, claim);
    return (VerifiedDomain) world.stored(claim);
  }

  private static VerifyDomain.Outcome missed(PendingDomain claim, DomainFinding.Kind kind, String... seen) {
    return new VerifyDomain.Outcome.NotFound(claim, new DomainFinding.Missed(kind, List.of(seen)));
  }
}
