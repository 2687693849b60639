package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.SignedIn;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link LastSignIns}. */
public abstract class LastSignInsContract extends PortContract {
  private final LastSignIns signIns = ports.lastSignIns();
  private OrganizationId acme;
  private Organization other;

  protected LastSignInsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    acme = storedOrganization("Acme").id();
    other = storedOrganization("Other");
  }

  @Test
  void tells_the_first_sign_in_of_an_owner_from_all_later_ones() {
    User user = storedUser();
    signIns.noteVouched(user.id(), acme, noon);
    assertThat(signIns.note(user.id(), noon)).isTrue();
    assertThat(signIns.note(user.id(), noon)).isFalse();
    assertThat(signIns.note(storedUser().id(), noon)).isTrue();
  }

  @Test
  void notes_a_sign_in_where_the_membership_is_active_and_changes_no_version() {
    User user = storedUser();
    Membership here = joined(user, MembershipSource.MANUAL);
    Membership there = storedFounder(other, user);
    ports.memberships().save(there.deactivated());
    signIns.note(user.id(), noon);
    assertThat(ports.members().find(acme, here.id()).flatMap(Member::lastSignInAt)).isPresent();
    assertThat(ports.members().find(other.id(), there.id()).flatMap(Member::lastSignInAt)).isEmpty();
    assertThat(ports.memberships().find(acme, user.id())).contains(here);
  }

  @Test
  void knows_the_organizations_in_which_somebody_has_ever_signed_in_and_whether_they_have_anywhere() {
    User user = storedUser();
    Membership here = joined(user, MembershipSource.MANUAL);
    ports.memberships().save(storedFounder(other, user).deactivated());
    assertThat(signIns.any(user.id())).isFalse();
    assertThat(ports.memberships().placesOf(user.id())).noneMatch(SignedIn.Place::entered);
    signIns.note(user.id(), noon);
    assertThat(signIns.any(user.id())).isTrue();
    assertThat(ports.memberships().placesOf(user.id())).filteredOn(SignedIn.Place::entered)
        .extracting(SignedIn.Place::membership).containsExactly(here);
    assertThat(signIns.any(storedUser().id())).isFalse();
  }

  @Test
  void notes_a_sign_in_for_which_one_organization_vouches_there_alone_and_makes_nobody_its_owner() {
    User user = storedUser();
    Membership here = joined(user, MembershipSource.JIT);
    Membership there = storedFounder(other, user);
    signIns.noteVouched(user.id(), acme, noon);
    assertThat(ports.members().find(acme, here.id()).flatMap(Member::lastSignInAt)).contains(noon);
    assertThat(ports.members().find(other.id(), there.id()).flatMap(Member::lastSignInAt)).isEmpty();
    assertThat(signIns.any(user.id())).isFalse();
    assertThat(ports.memberships().placesOf(user.id())).noneMatch(SignedIn.Place::entered);
    ports.memberships().save(here.deactivated());
    signIns.note(user.id(), noon.plusSeconds(1));
    assertThat(ports.memberships().placesOf(user.id())).filteredOn(SignedIn.Place::entered)
        .extracting(SignedIn.Place::membership).containsExactly(there);
    signIns.noteVouched(user.id(), acme, noon.plusSeconds(2));
    assertThat(ports.members().find(acme, here.id()).flatMap(Member::lastSignInAt)).contains(noon);
  }

  private Membership joined(User user, MembershipSource source) {
    Membership membership =
        Membership.joined(new MembershipId(Examples.id()), acme, user.id(), Role.AGENT, source, noon);
    ports.memberships().add(membership);
    return membership;
  }
}
