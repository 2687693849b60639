package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.CreateApiKey.Outcome.Created;
import dev.latchkey.application.apikey.DeleteApiKey;
import dev.latchkey.application.apikey.ListApiKeys;
import dev.latchkey.application.apikey.OfferApiKey;
import dev.latchkey.application.apikey.ReadApiKey;
import dev.latchkey.application.contract.Together;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.session.Proofs;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManageApiKeysTest {
  private static final Denial ABSENT = new Denial.NotFound();

  private final KeyWorld keys = new KeyWorld();
  private final World world = keys.world;
  private final Actor ada = keys.members.ada;
  private final Actor bob = keys.members.join("Bob", Role.AGENT).actor();
  private final Actor carol = keys.members.join("Carol", Role.ADMIN).actor();

  @Test
  void makes_a_key_that_opens_the_organization_and_is_told_once() {
    Created created = keys.created(bob, Scope.ORGANIZATION_READ, Scope.MEMBERS_READ);
    assertThat(keys.opens(created.text())).isTrue();
    assertThat(created.text().toString()).doesNotContain(created.text().value());
    assertThat(created.key().scopes()).containsExactlyInAnyOrder(Scope.ORGANIZATION_READ, Scope.MEMBERS_READ);
    assertThat(world.lastAudit(AuditAction.API_KEY_CREATED).details().toString())
        .contains("members:read", "Nightly export").doesNotContain(created.text().value());
  }

  @Test
  void lets_a_key_live_ninety_days_unless_something_else_is_said_and_a_year_at_most() {
    assertThat(keys.created(ada, Scope.AUDIT_READ).key().expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(90)));
    assertThat(until(NOON.plus(ApiKey.LONGEST_LIFE))).isInstanceOf(Created.class);
    for (Instant impossible : new Instant[]{NOON, NOON.minusSeconds(1),
      NOON.plus(ApiKey.LONGEST_LIFE).plusSeconds(1)}) {
      assertThat(until(impossible)).isEqualTo(new CreateApiKey.Outcome.ExpiryOutOfRange());
    }
  }

  @Test
  void gives_no_scope_that_opens_nothing_to_the_role() {
    assertThat(keys.create(bob, Set.of(Scope.MEMBERS_READ, Scope.MEMBERS_WRITE, Scope.AUDIT_READ), Optional.empty()))
        .isEqualTo(new CreateApiKey.Outcome.ScopesBeyondRole(EnumSet.of(Scope.MEMBERS_WRITE, Scope.AUDIT_READ),
            Role.AGENT));
    assertThat(keys.create(carol, Set.of(Scope.SETTINGS_WRITE), Optional.empty()))
        .isInstanceOf(CreateApiKey.Outcome.ScopesBeyondRole.class);
    assertThatThrownBy(() -> keys.create(ada, Set.of(), Optional.empty())).isInstanceOf(InvalidValue.class);
  }

  @Test
  void offers_what_the_role_can_use() {
    assertThat(keys.offer.offer(bob, keys.members.acme)).isInstanceOfSatisfying(OfferApiKey.Outcome.Offered.class,
        offered -> assertThat(offered.scopes()).isEqualTo(Permission.scopesOf(Role.AGENT)));
  }

  @Test
  void wants_a_fresh_proof_for_a_new_key_and_none_to_take_one_away() {
    Created created = keys.created(bob, Scope.ORGANIZATION_READ);
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(keys.create(bob, Set.of(Scope.ORGANIZATION_READ), Optional.empty()))
        .isEqualTo(new CreateApiKey.Outcome.Denied(new Denial.ProofTooOld()));
    assertThat(keys.offer.offer(bob, keys.members.acme))
        .isEqualTo(new OfferApiKey.Outcome.Denied(new Denial.ProofTooOld()));
    assertThat(keys.delete(bob, created.key())).isEqualTo(new DeleteApiKey.Outcome.Deleted());
  }

  @Test
  void lets_no_key_make_list_or_take_away_keys() {
    Created created = keys.created(ada, Permission.scopesOf(Role.OWNER).toArray(Scope[]::new));
    Actor program = keys.program(created.text());
    assertThat(keys.create(program, Set.of(Scope.ORGANIZATION_READ), Optional.empty()))
        .isEqualTo(new CreateApiKey.Outcome.Denied(new Denial.Forbidden(Permission.CREATE_API_KEY)));
    assertThat(keys.list.list(program, keys.members.acme, new PartRequest(50, Optional.empty())))
        .isEqualTo(new ListApiKeys.Outcome.Denied(new Denial.Forbidden(Permission.LIST_OWN_API_KEYS)));
    assertThat(keys.delete(program, created.key()))
        .isEqualTo(new DeleteApiKey.Outcome.Denied(new Denial.Forbidden(Permission.DELETE_API_KEY)));
  }

  @Test
  void keeps_twenty_of_a_person_however_many_are_made_at_once() {
    for (int i = 0; i < ApiKey.MOST_PER_PERSON - 1; i++) {
      keys.created(bob, Scope.ORGANIZATION_READ);
    }
    assertThat(Together.run(4, () -> keys.create(bob, Set.of(Scope.ORGANIZATION_READ), Optional.empty())))
        .filteredOn(Created.class::isInstance).hasSize(1);
    assertThat(keys.create(bob, Set.of(Scope.ORGANIZATION_READ), Optional.empty()))
        .isEqualTo(new CreateApiKey.Outcome.TooMany());
    assertThat(keys.create(ada, Set.of(Scope.ORGANIZATION_READ), Optional.empty())).isInstanceOf(Created.class);
  }

  @Test
  void shows_agents_their_own_and_owners_and_admins_everybodys() {
    ApiKey adas = keys.created(ada, Scope.AUDIT_READ).key();
    ApiKey bobs = keys.created(bob, Scope.ORGANIZATION_READ).key();
    assertThat(keys.listed(bob)).containsExactly(bobs);
    assertThat(keys.listed(ada)).containsExactly(bobs, adas);
    assertThat(keys.listed(carol)).containsExactly(bobs, adas);
    assertThat(keys.read.read(bob, keys.members.acme, adas.id())).isEqualTo(new ReadApiKey.Outcome.Denied(ABSENT));
    assertThat(keys.read.read(carol, keys.members.acme, adas.id())).isInstanceOf(ReadApiKey.Outcome.Found.class);
  }

  @Test
  void takes_a_key_away_at_once_for_its_creator_and_for_admins_only() {
    Created adas = keys.created(ada, Scope.AUDIT_READ);
    Created bobs = keys.created(bob, Scope.ORGANIZATION_READ);
    assertThat(keys.delete(bob, adas.key())).isEqualTo(new DeleteApiKey.Outcome.Denied(ABSENT));
    assertThat(keys.opens(adas.text())).isTrue();
    assertThat(keys.delete(carol, bobs.key())).isEqualTo(new DeleteApiKey.Outcome.Deleted());
    assertThat(keys.opens(bobs.text())).isFalse();
    assertThat(keys.delete(carol, bobs.key())).isEqualTo(new DeleteApiKey.Outcome.Denied(ABSENT));
    assertThat(world.lastAudit(AuditAction.API_KEY_DELETED).details()).containsEntry("creator",
        bob.userId().value());
  }

  @Test
  void is_nothing_to_strangers() {
    ApiKey key = keys.created(ada, Scope.AUDIT_READ).key();
    SessionOpening.Opened opened = world.register(new EmailAddress("eve@example.com"));
    Actor stranger = new Actor.InSession(opened.session().signedIn());
    assertThat(keys.create(stranger, Set.of(Scope.AUDIT_READ), Optional.empty()))
        .isEqualTo(new CreateApiKey.Outcome.Denied(ABSENT));
    assertThat(keys.delete(stranger, key)).isEqualTo(new DeleteApiKey.Outcome.Denied(ABSENT));
    assertThat(keys.listOwn.list(opened.session().signedIn())).isEmpty();
    assertThat(keys.listOwn.list(keys.members.adasSession.session().signedIn())).singleElement()
        .satisfies(own -> assertThat(own.key()).isEqualTo(key));
  }

  private CreateApiKey.Outcome until(Instant expiry) {
    return keys.create(ada, Set.of(Scope.AUDIT_READ), Optional.of(expiry));
  }
}
