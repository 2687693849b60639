package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.domainclaim.RemoveDomain;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Scope;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two domains are verified, and single sign-on is demanded; Ada, the only owner, has an address of the first one. */
class LastOwnersDomainTest {
  private final DomainWorld world = new DomainWorld();
  private final DomainClaim own = world.verified(DomainWorld.DOMAIN);
  private final DomainClaim spare = world.verified(new DomainName("beta.example"));
  private final UserId ada = world.members.ada.userId();

  LastOwnersDomainTest() {
    move(ada, "ada@acme.example");
    world.world.ports.organizations().save(world.world.ports.organizations().find(world.members.acme).orElseThrow()
        .demanding(EnforcementWorld.SSO));
  }

  @Test
  void stays_although_another_one_would_be_left() {
    assertThat(remove(own)).isEqualTo(new RemoveDomain.Outcome.LastOwner());
    assertThat(world.claims.holder(DomainWorld.DOMAIN)).isPresent();
    assertThat(remove(spare)).isInstanceOf(RemoveDomain.Outcome.Removed.class);
  }

  @Test
  void stays_with_two_owners_who_both_need_it() {
    world.members.join("Bob", Role.OWNER);
    assertThat(remove(own)).isEqualTo(new RemoveDomain.Outcome.LastOwner());
  }

  @Test
  void goes_when_another_owner_has_an_address_of_the_other() {
    move(world.members.join("Bob", Role.OWNER).user().id(), "bob@beta.example");
    assertThat(remove(own)).isInstanceOf(RemoveDomain.Outcome.Removed.class);
  }

  @Test
  void goes_when_an_owner_can_break_the_glass() {
    User user = world.world.ports.users().find(ada).orElseThrow();
    world.world.ports.users().save(user.withMfa(true));
    assertThat(remove(own)).isInstanceOf(RemoveDomain.Outcome.Removed.class);
  }

  /** By a key, which has to show no single sign-on. */
  private RemoveDomain.Outcome remove(DomainClaim claim) {
    return world.remove(new Actor.WithKey(ada, world.members.acme, Set.of(Scope.SETTINGS_WRITE)), world.members.acme,
        claim.id());
  }

  private void move(UserId user, String address) {
    world.world.ports.users().save(
        world.world.ports.users().find(user).orElseThrow().movedTo(new EmailAddress(address)));
  }
}
