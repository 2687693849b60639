package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.domainclaim.DomainClaims;
import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link DomainClaims}, and of the two ports that look at the same across tenants. */
public abstract class DomainClaimsContract extends PortContract {
  private final DomainClaims claims = ports.domainClaims();
  private final VerifiedDomains verified = ports.verifiedDomains();
  private final DomainName domain = domain();
  private OrganizationId acme;
  private OrganizationId other;

  protected DomainClaimsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    acme = storedOrganization("Acme").id();
    other = storedOrganization("Other").id();
  }

  @Test
  void finds_nothing_that_was_never_added() {
    assertThat(claims.find(acme, new DomainClaimId(Examples.id()))).isEmpty();
    assertThat(claims.list(acme, Optional.empty(), 10)).isEmpty();
    assertThat(verified.holder(domain)).isEmpty();
    assertThat(verified.of(acme)).isEmpty();
  }

  @Test
  void gives_back_everything_that_was_added_and_saved() {
    PendingDomain pending = added(acme, domain);
    assertThat(claims.find(acme, pending.id())).contains(pending);
    assertThat(verified.holder(domain)).isEmpty();

    VerifiedDomain changed = pending.verified(noon).missed(noon.plusSeconds(1))
        .with(new DomainSettings(AutoJoin.APPROVAL, false));
    assertThat(claims.find(acme, pending.id())).contains(pending);
    claims.save(changed);
    VerifiedDomain stored = verified.holder(domain).orElseThrow();
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
    assertThat(stored.version()).isGreaterThan(changed.version());
    assertThat(claims.find(acme, pending.id())).contains(stored);
    assertThat(verified.of(acme)).containsExactly(stored);

    claims.save(stored.lost(noon.plusSeconds(2)));
    assertThat(claims.find(acme, pending.id())).get().usingRecursiveComparison().ignoringFields("version")
        .isEqualTo(stored.lost(noon.plusSeconds(2)));
    assertThat(verified.holder(domain)).isEmpty();
  }

  @Test
  void hides_claims_from_every_other_tenant() {
    PendingDomain pending = added(acme, domain);
    claims.save(pending.verified(noon));
    assertThat(claims.find(other, pending.id())).isEmpty();
    assertThat(claims.list(other, Optional.empty(), 10)).isEmpty();
    assertThat(verified.of(other)).isEmpty();
  }

  @Test
  void knows_a_domain_exactly_and_not_those_below_it() {
    claims.save(added(acme, domain).verified(noon));
    assertThat(verified.holder(new DomainName("mail." + domain.value()))).isEmpty();
  }

  @Test
  void lists_newest_first_in_parts() {
    PendingDomain first = added(acme, domain());
    PendingDomain second = added(acme, domain());
    PendingDomain third = added(acme, domain());
    added(other, domain());
    assertThat(claims.list(acme, Optional.empty(), 2)).containsExactly(third, second);
    assertThat(claims.list(acme, Optional.of(second.id()), 2)).containsExactly(first);
  }

  @Test
  void lists_verified_domains_by_name() {
    DomainName last = new DomainName("z" + domain().value());
    DomainName first = new DomainName("a" + domain().value());
    claims.save(added(acme, last).verified(noon));
    added(acme, domain());
    claims.save(added(acme, first).verified(noon));
    assertThat(verified.of(acme)).extracting(VerifiedDomain::domain).containsExactly(first, last);
  }

  @Test
  void lets_several_tenants_claim_a_domain_and_one_verify_it() {
    List<Organization> many = List.of(storedOrganization("One"), storedOrganization("Two"),
        storedOrganization("Three"), storedOrganization("Four"));
    List<PendingDomain> pending = many.stream().map(one -> added(one.id(), domain)).toList();
    AtomicInteger next = new AtomicInteger();
    List<Boolean> first = Together.run(many.size(), () -> {
      PendingDomain mine = pending.get(next.getAndIncrement());
      return ports.unitOfWork().run(() -> {
        boolean free = verified.holder(domain).isEmpty();
        if (free) {
          claims.save(mine.verified(noon));
        }
        return free;
      });
    });
    assertThat(first).containsOnlyOnce(true);
    assertThat(many.stream().flatMap(one -> verified.of(one.id()).stream())).hasSize(1);
  }

  @Test
  void runs_the_work_again_when_the_same_tenant_adds_the_domain_twice() {
    List<Boolean> done = Together.run(8, () -> ports.unitOfWork().run(() -> {
      boolean absent = claims.list(acme, Optional.empty(), 10).isEmpty();
      if (absent) {
        claims.add(pending(acme, domain));
      }
      return absent;
    }));
    assertThat(done).containsOnlyOnce(true);
  }

  @Test
  void runs_the_work_again_when_somebody_else_saved_first() {
    PendingDomain pending = added(acme, domain);
    claims.save(pending.verified(noon));
    AtomicInteger minute = new AtomicInteger();
    List<Integer> done = Together.run(8, () -> ports.unitOfWork().run(() -> {
      VerifiedDomain now = verified.holder(domain).orElseThrow();
      claims.save(now.missed(now.checkedAt()).with(now.settings()).seen(now.checkedAt().plusSeconds(1)));
      return minute.incrementAndGet();
    }));
    assertThat(done).hasSize(8);
    assertThat(verified.holder(domain).orElseThrow().checkedAt()).isEqualTo(noon.plusSeconds(8));
  }

  @Test
  void removes_a_claim_once_and_lets_it_be_made_anew() {
    PendingDomain pending = added(acme, domain);
    List<Boolean> done = Together.run(8, () -> ports.unitOfWork().run(() -> {
      Optional<DomainClaim> there = claims.find(acme, pending.id());
      there.ifPresent(claims::remove);
      return there.isPresent();
    }));
    assertThat(done).containsOnlyOnce(true);
    assertThat(added(acme, domain).token()).isNotEqualTo(pending.token());
  }

  @Test
  void knows_whose_check_is_due_across_tenants() {
    PendingDomain early = added(acme, domain);
    claims.save(early.verified(noon));
    PendingDomain late = added(other, domain());
    claims.save(late.verified(noon.plus(Duration.ofHours(1))));
    added(other, domain());
    assertThat(due(Duration.ofHours(23))).doesNotContain(early.id(), late.id());
    assertThat(due(Duration.ofHours(24))).contains(early.id()).doesNotContain(late.id());
    assertThat(due(Duration.ofHours(25))).containsSubsequence(early.id(), late.id());
    assertThat(ports.domainChecks().dueAt(noon.plus(Duration.ofHours(25)), 1, 1)).hasSize(1);
  }

  @Test
  void tells_few_of_each_tenant_that_are_due_so_that_others_get_their_turn() {
    List<DomainClaimId> many = Stream.generate(() -> verifiedAtNoon(acme)).limit(4).toList();
    DomainClaimId lonely = verifiedAtNoon(other);
    List<DomainClaimId> due = ports.domainChecks().dueAt(noon.plus(Duration.ofHours(24)), 10_000, 2).stream()
        .map(VerifiedDomain::id).toList();
    assertThat(due).filteredOn(many::contains).hasSize(2);
    assertThat(due).contains(lonely);
  }

  private DomainClaimId verifiedAtNoon(OrganizationId organization) {
    PendingDomain claim = added(organization, domain());
    claims.save(claim.verified(noon));
    return claim.id();
  }

  private List<DomainClaimId> due(Duration later) {
    return ports.domainChecks().dueAt(noon.plus(later), 10_000, 10_000).stream().map(VerifiedDomain::id).toList();
  }

  private PendingDomain added(OrganizationId organization, DomainName name) {
    PendingDomain claim = pending(organization, name);
    claims.add(claim);
    return claim;
  }

  private PendingDomain pending(OrganizationId organization, DomainName name) {
    return PendingDomain.claimed(new DomainClaimId(Examples.id()), organization, name,
        VerificationToken.random(new SecureRandom()), noon);
  }

  private static DomainName domain() {
    return new DomainName("d" + Examples.id().toLowerCase(Locale.ROOT) + ".example");
  }
}
