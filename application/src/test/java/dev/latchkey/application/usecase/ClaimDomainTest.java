package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.DomainWorld.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.application.domainclaim.ChangeDomainSettings;
import dev.latchkey.application.domainclaim.RemoveDomain;
import dev.latchkey.application.domainclaim.VerifyDomain;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.PublicKind;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimDomainTest {
  private final DomainWorld world = new DomainWorld();
  private final Actor ada = world.members.ada;

  @Test
  void a_claim_waits_for_its_proof_and_is_written_down() {
    PendingDomain claim = world.claimed(DOMAIN);
    assertThat(world.stored(claim)).isEqualTo(claim);
    assertThat(world.dns.questions()).isEmpty();
    assertThat(world.world.lastAudit(AuditAction.DOMAIN_ADDED).details()).containsEntry("domain", "acme.example");
  }

  @Test
  void several_organizations_claim_a_domain_each_with_a_token_of_its_own() {
    PendingDomain mine = world.claimed(DOMAIN);
    PendingDomain theirs = ((AddDomain.Outcome.Added) world.add(world.zoe, world.other, DOMAIN)).claim();
    assertThat(theirs.token()).isNotEqualTo(mine.token());
  }

  @Test
  void claiming_tells_nothing_of_others_who_have_it_verified() {
    world.verified(DOMAIN);
    assertThat(world.add(world.zoe, world.other, DOMAIN)).isInstanceOf(AddDomain.Outcome.Added.class);
  }

  @Test
  void one_organization_claims_a_domain_once() {
    PendingDomain claim = world.claimed(DOMAIN);
    assertThat(world.add(ada, world.members.acme, DOMAIN)).isEqualTo(new AddDomain.Outcome.AlreadyClaimed(claim));
  }

  @Test
  void an_expired_claim_gives_way_to_a_new_one_with_another_token() {
    PendingDomain claim = world.claimed(DOMAIN);
    world.world.clock.advance(PendingDomain.TERM);
    Actor again = world.again(ada);
    world.dns.publish(claim.txtRecord());
    assertThat(world.verify(again, claim)).isEqualTo(new VerifyDomain.Outcome.Expired());
    AddDomain.Outcome.Added added = (AddDomain.Outcome.Added) world.add(again, world.members.acme, DOMAIN);
    assertThat(added.claim().token()).isNotEqualTo(claim.token());
    assertThat(world.claims.find(world.members.acme, claim.id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"com, PUBLIC_SUFFIX", "co.uk, PUBLIC_SUFFIX", "localhost, PUBLIC_SUFFIX",
    "gmail.com, PUBLIC_MAIL_DOMAIN"})
  void what_is_nobodys_own_is_refused(String name, PublicKind kind) {
    assertThat(world.add(ada, world.members.acme, DomainName.parse(name)))
        .isEqualTo(new AddDomain.Outcome.Public(kind));
  }

  @Test
  void an_organization_claims_fifty_domains_and_no_more() {
    for (int i = 0; i < AddDomain.MOST_PER_ORGANIZATION; i++) {
      world.claimed(new DomainName("d" + i + ".example"));
    }
    assertThat(world.add(ada, world.members.acme, DOMAIN)).isEqualTo(new AddDomain.Outcome.TooMany());
  }

  @Test
  void settings_are_changed_of_verified_domains_only() {
    PendingDomain pending = world.claimed(DOMAIN);
    DomainSettings wanted = new DomainSettings(AutoJoin.APPROVAL, false);
    assertThat(world.change(ada, pending, wanted)).isEqualTo(new ChangeDomainSettings.Outcome.NotVerified());
    VerifiedDomain verified = world.verified(new DomainName("beta.example"));
    assertThat(world.change(ada, verified, wanted)).isInstanceOf(ChangeDomainSettings.Outcome.Changed.class);
    assertThat(((VerifiedDomain) world.stored(verified)).settings()).isEqualTo(wanted);
    assertThat(world.world.lastAudit(AuditAction.DOMAIN_CHANGED).details())
        .containsEntry("from", "auto-join OFF, to single sign-on").containsEntry("to", "auto-join APPROVAL");
  }

  @Test
  void changing_nothing_writes_nothing_down() {
    VerifiedDomain verified = world.verified(DOMAIN);
    assertThat(world.change(ada, verified, verified.settings()))
        .isEqualTo(new ChangeDomainSettings.Outcome.Changed(verified));
    assertThat(world.world.ports.auditEvents()).noneMatch(event -> event.action() == AuditAction.DOMAIN_CHANGED);
  }

  @Test
  void a_domain_that_is_removed_is_free_for_others() {
    VerifiedDomain verified = world.verified(DOMAIN);
    assertThat(world.remove(ada, world.members.acme, verified.id()))
        .isEqualTo(new RemoveDomain.Outcome.Removed(verified));
    assertThat(world.claims.holder(DOMAIN)).isEmpty();
    assertThat(world.world.lastAudit(AuditAction.DOMAIN_REMOVED).details()).containsEntry("domain", "acme.example");
  }

  @Test
  void the_last_verified_domain_stays_while_single_sign_on_is_enforced() {
    VerifiedDomain first = world.verified(DOMAIN);
    VerifiedDomain second = world.verified(new DomainName("beta.example"));
    PendingDomain pending = world.claimed(new DomainName("gamma.example"));
    world.world.ports.organizations().save(world.world.ports.organizations().find(world.members.acme).orElseThrow()
        .demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
    // A key, which has to show no single sign-on.
    Actor key = new Actor.WithKey(ada.userId(), world.members.acme, Set.of(Scope.SETTINGS_WRITE));
    assertThat(world.remove(key, world.members.acme, first.id())).isInstanceOf(RemoveDomain.Outcome.Removed.class);
    assertThat(world.remove(key, world.members.acme, second.id())).isEqualTo(new RemoveDomain.Outcome.SsoEnforced());
    assertThat(world.remove(key, world.members.acme, pending.id())).isInstanceOf(RemoveDomain.Outcome.Removed.class);
    assertThat(world.claims.holder(second.domain())).isPresent();
  }

  @Test
  void one_whose_proof_is_long_gone_does_not_let_the_last_one_go() {
    VerifiedDomain sound = world.verified(DOMAIN);
    VerifiedDomain lapsed = world.verified(new DomainName("beta.example"));
    world.claims.save(lapsed.missed(world.world.clock.instant().minus(VerifiedDomain.GRACE)));
    world.world.ports.organizations().save(world.world.ports.organizations().find(world.members.acme).orElseThrow()
        .demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
    Actor key = new Actor.WithKey(ada.userId(), world.members.acme, Set.of(Scope.SETTINGS_WRITE));
    assertThat(world.remove(key, world.members.acme, sound.id())).isEqualTo(new RemoveDomain.Outcome.SsoEnforced());
    assertThat(world.remove(key, world.members.acme, lapsed.id())).isInstanceOf(RemoveDomain.Outcome.Removed.class);
  }

  @Test
  void only_owners_who_have_just_shown_who_they_are_change_anything() {
    VerifiedDomain claim = world.verified(DOMAIN);
    Denial forbidden = new Denial.Forbidden(Permission.CHANGE_SETTINGS);
    assertDenied(world.members.join("Bob", Role.ADMIN).actor(), claim, forbidden);
    assertDenied(world.members.join("Eve", Role.AGENT).actor(), claim, forbidden);
    assertDenied(world.zoe, claim, new Denial.NotFound());
    world.world.clock.advance(Duration.ofMinutes(10));
    assertDenied(ada, claim, new Denial.ProofTooOld());
  }

  @Test
  void another_organizations_owner_does_not_reach_a_claim_through_their_own() {
    VerifiedDomain claim = world.verified(DOMAIN);
    assertThat(world.remove(world.zoe, world.other, claim.id()))
        .isEqualTo(new RemoveDomain.Outcome.Denied(new Denial.NotFound()));
    assertThat(world.change.change(new ChangeDomainSettings.Command(world.zoe, world.other, claim.id(),
        DomainSettings.INITIAL, World.ORIGIN))).isEqualTo(
            new ChangeDomainSettings.Outcome.Denied(new Denial.NotFound()));
    assertThat(world.verify.verify(new VerifyDomain.Command(world.zoe, world.other, claim.id(), World.ORIGIN)))
        .isEqualTo(new VerifyDomain.Outcome.Denied(new Denial.NotFound()));
  }

  private void assertDenied(Actor actor, VerifiedDomain claim, Denial denial) {
    int asked = world.dns.questions().size();
    assertThat(world.add(actor, world.members.acme, new DomainName("delta.example")))
        .isEqualTo(new AddDomain.Outcome.Denied(denial));
    assertThat(world.verify(actor, claim)).isEqualTo(new VerifyDomain.Outcome.Denied(denial));
    assertThat(world.change(actor, claim, DomainSettings.INITIAL))
        .isEqualTo(new ChangeDomainSettings.Outcome.Denied(denial));
    assertThat(world.remove(actor, world.members.acme, claim.id())).isEqualTo(new RemoveDomain.Outcome.Denied(denial));
    assertThat(world.dns.questions()).hasSize(asked);
  }
}
