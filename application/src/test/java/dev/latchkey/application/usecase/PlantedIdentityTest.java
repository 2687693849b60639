package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.PASSWORD;
import static dev.latchkey.application.usecase.World.signUpOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.SeenThrough;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An organization's identity provider names an address that is not the organization's: what its owner can still do. */
class PlantedIdentityTest {
  private static final EmailAddress VICTIM = new EmailAddress("victim@mail.example");
  private final SsoWorld sso = new SsoWorld();
  private final World world = sso.world;
  private final LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
  private final SignedIn planted = plant();
  private final UserId account = planted.person().id();

  private SignedIn plant() {
    sso.justInTime(Role.AGENT);
    sso.provider.knows(FakeRelyingParty.person("9", VICTIM.value(), true));
    return SsoWorld.session(sso.signIn());
  }

  @Test
  void the_owner_signs_up_and_finds_nothing_of_it_that_opens_the_account() {
    shutOut();
    signUp();
    assertThat(world.ports.federatedIdentities().of(account)).isEmpty();
    assertThat(world.ports.ownSessions().of(account)).hasSize(1)
        .noneMatch(it -> it.id().equals(planted.session().id()));
    assertThat(world.ports.users().find(account).orElseThrow().password()).isPresent();
    assertThat(world.signIn(VICTIM, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
    assertThat(sso.signIn()).isInstanceOf(CompleteSsoSignIn.Outcome.Refused.class);
    assertThat(world.lastAudit(AuditAction.IDENTITY_UNLINKED).organization()).contains(sso.acme.id());
  }

  @Test
  void the_owner_signs_in_by_a_mailed_link_as_often_as_they_like() {
    shutOut();
    assertThat(byLink()).isInstanceOf(RedeemMagicLink.Outcome.SignedIn.class);
    assertThat(byLink()).isInstanceOf(RedeemMagicLink.Outcome.SignedIn.class);
    assertThat(world.ports.federatedIdentities().of(account)).isEmpty();
    assertThat(world.ports.ownSessions().of(account)).noneMatch(it -> it.id().equals(planted.session().id()));
  }

  @Test
  void the_owner_comes_by_the_provider_of_the_organization_that_has_verified_the_domain() {
    Organization own = Organization.founded(new OrganizationId(world.ids.next()), new Slug("own"),
        new OrganizationName("Own"), World.NOON);
    world.ports.organizations().add(own);
    sso.connect(own);
    sso.verified(own.id(), "mail.example", AutoJoin.AUTOMATIC);
    sso.begin(own.slug(), world.newBrowser());
    Browser browser = world.newBrowser();
    sso.begin(own.slug(), browser);
    assertThat(sso.complete(sso.state(), browser)).isInstanceOf(CompleteSsoSignIn.Outcome.Entered.class);
    assertThat(world.ports.federatedIdentities().of(account)).extracting(FederatedIdentity::organizationId)
        .containsExactly(own.id());
    assertThat(world.ports.ownSessions().of(account)).noneMatch(it -> it.id().equals(planted.session().id()));
    assertThat(world.ports.lastSignIns().any(account)).isTrue();
  }

  @Test
  void the_organization_goes_on_letting_them_in_until_then() {
    assertThat(sso.signIn()).isInstanceOf(CompleteSsoSignIn.Outcome.Entered.class);
    assertThat(world.ports.lastSignIns().any(account)).isFalse();
    assertThat(world.ports.members().find(sso.acme.id(), membership().id()).orElseThrow().lastSignInAt()).isPresent();
  }

  @Test
  void a_browser_in_which_only_the_provider_vouched_earns_no_guesses_of_its_own() {
    Browser browser = world.newBrowser();
    sso.signIn(browser);
    assertThat(world.ports.knownBrowsers().isKnown(account, browser.hash())).isFalse();
  }

  @Test
  void whoever_linked_their_account_themselves_keeps_it_linked() {
    byLink();
    assertThat(world.ports.lastSignIns().any(account)).isTrue();
    world.ports.federatedIdentities().add(new FederatedIdentity(
        new IdentityId(world.ids.next()), sso.acme.id(),
        FakeRelyingParty.person("9", VICTIM.value(), true).subject(), SeenThrough.of(SsoWorld.CLIENT), account,
        Optional.of(VICTIM), World.NOON,
        Optional.empty()));
    byLink();
    assertThat(world.ports.federatedIdentities().of(account)).hasSize(1);
    assertThat(sso.signIn()).isInstanceOf(CompleteSsoSignIn.Outcome.Entered.class);
  }

  private Membership membership() {
    return world.ports.memberships().find(sso.acme.id(), account).orElseThrow();
  }

  private void shutOut() {
    world.ports.memberships().save(membership().deactivated());
    world.clock.advance(Duration.ofMinutes(1));
  }

  private void signUp() {
    SignUp.Outcome.CodeSent sent = (SignUp.Outcome.CodeSent) world.signUp
        .start(signUpOf(VICTIM, PASSWORD, Optional.empty(), Optional.empty()));
    world.verify(sent.challenge(), world.lastMail().text());
  }

  private RedeemMagicLink.Outcome byLink() {
    Browser browser = world.newBrowser();
    new SendMagicLink(world.ports.users(), world.ports.memberships(), links, world.mail, world.audit,
        world.ports.unitOfWork())
        .send(new SendMagicLink.Command(VICTIM, Locale.ENGLISH, browser.token(), World.ORIGIN));
    return new RedeemMagicLink(world.ports.users(), world.ports.memberships(), links, world.guesses,
        world.autoJoining, world.sessionOpening, world.audit, world.ports.unitOfWork(), world.clock)
        .redeem(new RedeemMagicLink.Command(LinkToken.parse(world.lastMail().text()), browser, false, World.ORIGIN));
  }
}
