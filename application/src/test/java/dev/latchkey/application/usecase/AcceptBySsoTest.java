package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.BeginSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.application.invitation.InvitationMail;
import dev.latchkey.application.invitation.InviteMember;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An invitation that is accepted at an identity provider which vouches for no address. */
class AcceptBySsoTest {
  private static final EmailAddress BOB = new EmailAddress("bob@elsewhere.example");
  private final SsoWorld sso = new SsoWorld();
  private final World world = sso.world;
  private final InviteMember invite = new InviteMember(world.ports.invitations(),
      new InvitationMail(world.ports.users(), world.ports.memberships(), sso.links, world.mail), world.entrance,
      world.audit, world.ports.unitOfWork(), world.ids, world.clock);

  @Test
  void whoever_comes_by_the_mailed_link_becomes_the_member_that_they_were_asked_to_be() {
    LinkToken link = invited(BOB);
    sso.provider.knows(FakeRelyingParty.person("7", BOB.value(), false));
    SignedIn bob = SsoWorld.session(accept(Optional.of(link)));
    assertThat(bob.person().email()).isEqualTo(BOB);
    Membership membership = bob.place(sso.acme.id()).orElseThrow().membership();
    assertThat(membership.role()).isEqualTo(Role.ADMIN);
    assertThat(membership.source()).isEqualTo(MembershipSource.INVITATION);
    assertThat(world.ports.lastSignIns().any(bob.person().id())).isTrue();
    assertThat(world.ports.invitations().findByEmail(sso.acme.id(), BOB)).isEmpty();
  }

  @Test
  void a_provider_that_names_no_address_is_enough_then() {
    OidcIdentity nameless = FakeRelyingParty.person("7", BOB.value(), false);
    sso.provider
        .knows(new OidcIdentity(nameless.subject(), Optional.empty(), false, nameless.name(), Optional.empty(),
            Optional.empty()));
    assertThat(SsoWorld.session(accept(Optional.of(invited(BOB)))).person().email()).isEqualTo(BOB);
  }

  @Test
  void the_same_person_is_refused_without_the_link() {
    invited(BOB);
    sso.provider.knows(FakeRelyingParty.person("7", BOB.value(), false));
    assertThat(((Outcome.Refused) accept(Optional.empty())).fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
  }

  @Test
  void the_link_proves_no_other_address_than_the_one_it_went_to() {
    LinkToken link = invited(BOB);
    sso.provider.knows(FakeRelyingParty.person("7", "eve@elsewhere.example", false));
    assertThat(((Outcome.Refused) accept(Optional.of(link))).fault()).isEqualTo(SsoFault.EMAIL_NOT_VERIFIED);
  }

  private LinkToken invited(EmailAddress email) {
    invite.invite(new InviteMember.Command(new Actor.InSession(sso.ada), sso.acme.id(), email, Role.ADMIN,
        Locale.ENGLISH, World.ORIGIN));
    return LinkToken.parse(world.lastMail().text());
  }

  private Outcome accept(Optional<LinkToken> link) {
    Browser browser = world.newBrowser();
    sso.begin.begin(new BeginSsoSignIn.Command(sso.acme.slug(), Optional.of(BOB), false, link, Optional.empty(),
        SentBrowser.ofOwnAccord(browser.hash()), World.ORIGIN));
    return sso.complete(sso.state(), browser);
  }
}
