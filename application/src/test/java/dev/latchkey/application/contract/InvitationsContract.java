package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.invitation.Invitations;
import dev.latchkey.application.invitation.SentInvitations;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link Invitations} and of {@link SentInvitations}, which looks at the same. */
public abstract class InvitationsContract extends PortContract {
  private final Invitations invitations = ports.invitations();

  protected InvitationsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void finds_nothing_that_was_never_added() {
    OrganizationId organization = storedOrganization("Empty").id();
    assertThat(invitations.find(organization, new InvitationId(Examples.id()))).isEmpty();
    assertThat(invitations.findByEmail(organization, Examples.email())).isEmpty();
    assertThat(sent(organization)).isEmpty();
  }

  @Test
  void gives_back_everything_that_was_added() {
    Invitation invitation = added(storedOrganization("Full"));
    assertThat(invitations.find(invitation.organizationId(), invitation.id())).contains(invitation);
    assertThat(invitations.findByEmail(invitation.organizationId(), invitation.email())).contains(invitation);
  }

  @Test
  void hides_an_invitation_from_every_other_tenant() {
    Invitation invitation = added(storedOrganization("Mine"));
    OrganizationId foreign = storedOrganization("Foreign").id();
    assertThat(invitations.find(foreign, invitation.id())).isEmpty();
    assertThat(invitations.findByEmail(foreign, invitation.email())).isEmpty();
    assertThat(sent(foreign)).isEmpty();
  }

  @Test
  void lets_two_tenants_ask_the_same_address() {
    Invitation first = added(storedOrganization("First"));
    Invitation second = invitation(storedOrganization("Second").id(), first);
    invitations.add(second);
    assertThat(invitations.findByEmail(first.organizationId(), first.email())).contains(first);
    assertThat(invitations.findByEmail(second.organizationId(), first.email())).contains(second);
  }

  @Test
  void shows_a_change_only_after_it_was_saved() {
    Invitation before = added(storedOrganization("Changed"));
    User other = storedUser();
    Invitation changed = before.sentAgain(other.id(), link(Duration.ofDays(2)));
    assertThat(invitations.find(before.organizationId(), before.id())).contains(before);
    invitations.save(changed);
    Invitation after = invitations.find(before.organizationId(), before.id()).orElseThrow();
    assertThat(after).isEqualTo(new Invitation(before.id(), before.organizationId(), before.email(), before.role(),
        other.id(), changed.secret(), changed.sentAt(), changed.expiresAt(), after.version()));
    assertThat(after.version()).isGreaterThan(before.version());
  }

  @Test
  void leaves_nothing_of_one_that_was_removed() {
    Invitation invitation = added(storedOrganization("Removed"));
    invitations.remove(invitation);
    assertThat(invitations.find(invitation.organizationId(), invitation.id())).isEmpty();
    assertThat(sent(invitation.organizationId())).isEmpty();
  }

  @Test
  void runs_the_work_again_when_somebody_else_invites_the_same_address_first() {
    Invitation wanted = added(storedOrganization("Popular"));
    invitations.remove(wanted);
    List<Boolean> done = Together.run(8, () -> ports.unitOfWork().run(() -> {
      boolean absent = invitations.findByEmail(wanted.organizationId(), wanted.email()).isEmpty();
      if (absent) {
        invitations.add(invitation(wanted.organizationId(), wanted));
      }
      return absent;
    }));
    assertThat(done).containsOnlyOnce(true);
  }

  @Test
  void runs_the_work_again_when_somebody_else_removes_it_first() {
    Invitation wanted = added(storedOrganization("Taken"));
    List<Boolean> done = Together.run(8, () -> ports.unitOfWork().run(() -> {
      Optional<Invitation> there = invitations.find(wanted.organizationId(), wanted.id());
      there.ifPresent(invitations::remove);
      return there.isPresent();
    }));
    assertThat(done).containsOnlyOnce(true);
  }

  @Test
  void removes_only_what_nobody_has_saved_since_it_was_read() {
    Invitation read = added(storedOrganization("Sent again"));
    invitations.save(read.sentAgain(read.invitedBy(), link(Duration.ofDays(1))));
    List<Integer> runs = new ArrayList<>();
    ports.unitOfWork().run(() -> {
      runs.add(runs.size());
      invitations.remove(runs.size() == 1
          ? read
          : invitations.find(read.organizationId(), read.id()).orElseThrow());
      return true;
    });
    assertThat(runs).hasSize(2);
    assertThat(invitations.find(read.organizationId(), read.id())).isEmpty();
  }

  @Test
  void lists_them_newest_first_in_parts_with_the_present_name_of_the_inviter() {
    Organization organization = storedOrganization("Listed");
    Invitation first = added(organization);
    Invitation second = added(organization);
    Invitation third = added(organization);
    SentInvitations list = ports.sentInvitations();
    assertThat(list.of(organization.id(), Optional.empty(), 2)).extracting(SentInvitations.Sent::invitation)
        .containsExactly(third, second);
    assertThat(list.of(organization.id(), Optional.of(second.id().value()), 2)).singleElement()
        .satisfies(sent -> assertThat(sent.invitation()).isEqualTo(first))
        .satisfies(sent -> assertThat(sent.inviter().value()).isEqualTo("Zoë Müller"));
  }

  private List<SentInvitations.Sent> sent(OrganizationId organization) {
    return ports.sentInvitations().of(organization, Optional.empty(), 10);
  }

  private Invitation added(Organization organization) {
    UserId inviter = storedUser().id();
    Invitation invitation = Invitation.sent(new InvitationId(Examples.id()), organization.id(), Examples.email(),
        Role.ADMIN, inviter, link(Duration.ZERO));
    invitations.add(invitation);
    return invitation;
  }

  /** Another one for the same address. */
  private Invitation invitation(OrganizationId organization, Invitation like) {
    return Invitation.sent(new InvitationId(Examples.id()), organization, like.email(), Role.AGENT, like.invitedBy(),
        link(Duration.ZERO));
  }

  private OneTimeSecret link(Duration later) {
    return OneTimeSecret.issued(new SecretId(Examples.id()), Purpose.INVITATION, "secret", Map.of(), noon.plus(later));
  }
}
