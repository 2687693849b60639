package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.PASSWORD;
import static dev.latchkey.application.usecase.World.signUpOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.invitation.AcceptWithPassword;
import dev.latchkey.application.invitation.ShowInvitation;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin enters a stranger by hand and deactivates them: what the stranger can still do. */
class SquattedAddressTest {
  private final InvitationWorld invitations = new InvitationWorld();
  private final World world = invitations.world;
  private final Organization squatters = Organization.founded(new OrganizationId(world.ids.next()),
      new Slug("squatters"), new OrganizationName("Squatters"), World.NOON);
  private final UserId bob = new UserId(world.ids.next());

  @BeforeEach
  void enter() {
    world.ports.organizations().add(squatters);
    world.ports.users().add(
        User.withoutCredential(bob, InvitationWorld.BOB, new PersonName("Somebody"), Locale.GERMAN, World.NOON));
    world.ports.memberships().add(Membership.joined(new MembershipId(world.ids.next()), squatters.id(), bob,
        Role.AGENT, MembershipSource.MANUAL, World.NOON).deactivated());
  }

  @Test
  void they_sign_up_and_go_on_signing_in_under_a_name_and_with_a_password_of_their_own() {
    SignUp.Outcome.CodeSent sent = (SignUp.Outcome.CodeSent) world.signUp
        .start(signUpOf(InvitationWorld.BOB, PASSWORD, Optional.empty(), Optional.empty()));
    assertThat(world.lastMail().subject()).isEqualTo("SignUpCode");
    assertThat(world.verify(sent.challenge(), world.lastMail().text()))
        .isInstanceOf(VerifyEmail.Outcome.SignedIn.class);
    assertThat(world.ports.users().find(bob)).hasValueSatisfying(user -> {
      assertThat(user.name()).isEqualTo(new PersonName("Ada Lovelace"));
      assertThat(user.locale()).isEqualTo(Locale.ENGLISH);
    });
    assertThat(world.signIn(InvitationWorld.BOB, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
    assertStillShutOutThere();
  }

  @Test
  void they_accept_an_invitation_with_a_password() {
    LinkToken link = invitations.inviteBob(Role.AGENT).link();
    assertThat(invitations.show(link)).isInstanceOfSatisfying(ShowInvitation.Outcome.Open.class,
        open -> assertThat(open.hasAccount()).isFalse());
    AcceptWithPassword.Outcome outcome = invitations.accept(link);
    assertThat(outcome).isInstanceOf(AcceptWithPassword.Outcome.SignedIn.class);
    SessionOpening.Opened opened = ((AcceptWithPassword.Outcome.SignedIn) outcome).opened();
    assertThat(opened.session().signedIn().person().id()).isEqualTo(bob);
    assertThat(invitations.membership(opened.session().signedIn())).matches(it -> it.orElseThrow().isActive());
    assertStillShutOutThere();
  }

  @Test
  void they_sign_in_by_a_mailed_link_as_often_as_they_like() {
    assertThat(byLink()).isInstanceOf(RedeemMagicLink.Outcome.SignedIn.class);
    assertThat(byLink()).isInstanceOf(RedeemMagicLink.Outcome.SignedIn.class);
    assertStillShutOutThere();
  }

  @Test
  void somebody_who_has_signed_in_keeps_the_account_from_every_later_sign_up() {
    byLink();
    world.signUp.start(signUpOf(InvitationWorld.BOB, PASSWORD, Optional.empty(), Optional.empty()));
    assertThat(world.lastMail().subject()).isEqualTo("AlreadyRegistered");
    assertThat(invitations.accept(invitations.inviteBob(Role.AGENT).link()))
        .isEqualTo(new AcceptWithPassword.Outcome.AccountExists());
  }

  private RedeemMagicLink.Outcome byLink() {
    LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
    Browser browser = world.newBrowser();
    new SendMagicLink(world.ports.users(), world.ports.memberships(), links, world.mail, world.audit,
        world.ports.unitOfWork())
        .send(new SendMagicLink.Command(InvitationWorld.BOB, Locale.ENGLISH, browser.token(), World.ORIGIN));
    return new RedeemMagicLink(world.ports.users(), world.ports.memberships(), links, world.guesses,
        world.autoJoining, world.sessionOpening, world.audit, world.ports.unitOfWork(), world.clock)
        .redeem(new RedeemMagicLink.Command(LinkToken.parse(world.lastMail().text()), browser, false, World.ORIGIN));
  }

  private void assertStillShutOutThere() {
    assertThat(world.ports.memberships().find(squatters.id(), bob)).hasValueSatisfying(
        membership -> assertThat(membership.status()).isEqualTo(MembershipStatus.DEACTIVATED));
  }
}
