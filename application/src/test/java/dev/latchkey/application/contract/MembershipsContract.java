package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.SignedIn.Place;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link Memberships}. */
public abstract class MembershipsContract extends PortContract {
  private final Memberships memberships = ports.memberships();

  protected MembershipsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void finds_nothing_that_was_never_added() {
    assertThat(memberships.find(storedOrganization("Empty").id(), storedUser().id())).isEmpty();
    assertThat(memberships.placesOf(storedUser().id())).isEmpty();
  }

  @Test
  void gives_back_everything_that_was_added() {
    Membership membership = new Membership(new MembershipId(Examples.id()), storedOrganization("Full").id(),
        storedUser().id(), Role.AGENT, MembershipStatus.PENDING, MembershipSource.AUTOJOIN, false, noon, 0);
    memberships.add(membership);
    assertThat(memberships.find(membership.organizationId(), membership.userId())).contains(membership);
  }

  @Test
  void hides_a_membership_from_every_other_tenant() {
    User user = storedUser();
    storedFounder(storedOrganization("Mine"), user);
    Organization foreign = storedOrganization("Foreign");
    storedFounder(foreign, storedUser());
    assertThat(memberships.find(foreign.id(), user.id())).isEmpty();
    assertThat(memberships.place(foreign.id(), user.id())).isEmpty();
  }

  @Test
  void reads_a_membership_together_with_its_organization() {
    User user = storedUser();
    Organization organization = storedOrganization("Together");
    Membership membership = storedFounder(organization, user);
    storedFounder(storedOrganization("Other"), user);
    assertThat(memberships.place(organization.id(), user.id())).contains(new Place(organization, membership, false));
  }

  @Test
  void lists_all_places_of_a_person_by_name_and_nobody_elses() {
    User user = storedUser();
    Organization zebra = storedOrganization("Zebra");
    Organization apple = storedOrganization("apple");
    Membership second = storedFounder(zebra, user);
    Membership first = storedFounder(apple, user);
    storedFounder(zebra, storedUser());
    assertThat(memberships.placesOf(user.id())).containsExactly(new Place(apple, first, false),
        new Place(zebra, second, false));
  }

  @Test
  void shows_a_change_only_after_it_was_saved() {
    Membership before = storedFounder(storedOrganization("Changed"), storedUser());
    Membership changed = before.deactivated();
    assertThat(memberships.find(before.organizationId(), before.userId())).contains(before);
    memberships.save(changed);
    assertThat(memberships.find(before.organizationId(), before.userId()).map(Membership::status))
        .contains(MembershipStatus.DEACTIVATED);
    assertThat(memberships.placesOf(before.userId())).singleElement()
        .matches(place -> place.membership().status() == MembershipStatus.DEACTIVATED);
  }

  @Test
  void runs_the_work_again_when_somebody_else_adds_the_same_member_first() {
    User user = storedUser();
    Organization organization = storedOrganization("Popular");
    List<Boolean> added = Together.run(8, () -> ports.unitOfWork().run(() -> {
      boolean absent = memberships.find(organization.id(), user.id()).isEmpty();
      if (absent) {
        memberships.add(Examples.founder(organization, user, noon));
      }
      return absent;
    }));
    assertThat(added).containsOnlyOnce(true);
  }
}
