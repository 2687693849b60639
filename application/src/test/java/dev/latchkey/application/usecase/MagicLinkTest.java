package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.RedeemMagicLink.Outcome;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MagicLinkTest {
  private final World world = new World();
  private final SessionOpening.Opened registered = world.register(ADA);
  private final Browser browser = world.newBrowser();
  private final LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
  private final SendMagicLink send = new SendMagicLink(world.ports.users(), world.ports.memberships(), links,
      world.mail, world.audit, world.ports.unitOfWork());
  private final RedeemMagicLink redeem = new RedeemMagicLink(world.ports.users(), world.ports.memberships(), links,
      world.guesses, world.autoJoining, world.sessionOpening, world.audit, world.ports.unitOfWork(), world.clock);

  @Test
  void signs_in_at_once_in_the_browser_that_asked() {
    Outcome.SignedIn in = (Outcome.SignedIn) open(ask(), browser, false);
    assertThat(in.opened().session().signedIn().session().proofs().has(Proof.MagicLink.class)).isTrue();
  }

  @Test
  void asks_for_a_click_in_another_browser_and_stays_good_until_it_comes() {
    LinkToken token = ask();
    Browser other = world.newBrowser();
    assertThat(open(token, other, false)).isEqualTo(new Outcome.ConfirmationNeeded());
    assertThat(open(token, other, false)).isEqualTo(new Outcome.ConfirmationNeeded());
    assertThat(open(token, other, true)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void works_once() {
    LinkToken token = ask();
    open(token, browser, false);
    assertThat(open(token, browser, false)).isEqualTo(new Outcome.LinkInvalid());
  }

  @Test
  void expires_after_a_quarter_of_an_hour_for_good() {
    LinkToken token = ask();
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(open(token, browser, false)).isEqualTo(new Outcome.LinkInvalid());
    world.clock.set(World.NOON);
    assertThat(open(token, browser, true)).isEqualTo(new Outcome.LinkInvalid());
  }

  @Test
  void is_nothing_with_another_secret() {
    LinkToken token = ask();
    LinkToken forged = LinkToken.random(token.id(), world.random);
    assertThat(open(forged, browser, true)).isEqualTo(new Outcome.LinkInvalid());
    assertThat(world.lastAudit(AuditAction.SIGN_IN).chain().getLast().rule()).isEqualTo("link-valid");
  }

  @Test
  void is_used_up_by_five_wrong_secrets_and_by_no_fewer() {
    LinkToken token = ask();
    for (int i = 0; i < 4; i++) {
      open(LinkToken.random(token.id(), world.random), browser, true);
    }
    assertThat(open(token, browser, false)).isInstanceOf(Outcome.SignedIn.class);
    LinkToken next = ask();
    for (int i = 0; i < 5; i++) {
      open(LinkToken.random(next.id(), world.random), browser, true);
    }
    assertThat(open(next, browser, false)).isEqualTo(new Outcome.LinkInvalid());
  }

  @Test
  void sends_unknown_addresses_another_mail_with_the_same_answer() {
    assertThat(send(new EmailAddress("nobody@example.com"))).isEqualTo(new SendMagicLink.Outcome.Sent());
    assertThat(world.lastMail().subject()).isEqualTo("NoAccount");
  }

  @Test
  void is_no_way_around_single_sign_on() {
    LinkToken token = ask();
    SignedIn.Place place = registered.session().signedIn().places().getFirst();
    Organization acme = place.organization();
    Membership member = place.membership();
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations().save(acme.demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
      world.ports.memberships().save(new Membership(member.id(), member.organizationId(), member.userId(),
          member.role(), member.status(), member.source(), false, member.createdAt(), member.version()));
      return true;
    });
    assertThat(open(token, browser, false)).isEqualTo(new Outcome.SsoRequired(acme.slug()));
  }

  @Test
  void lifts_what_strangers_guesses_at_the_password_piled_up() {
    for (int i = 0; i < 6; i++) {
      world.signIn(ADA, new Password("another seven lamps"));
    }
    open(ask(), browser, false);
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  private LinkToken ask() {
    send(ADA);
    return LinkToken.parse(world.lastMail().text());
  }

  private SendMagicLink.Outcome send(EmailAddress email) {
    return send.send(new SendMagicLink.Command(email, Locale.ENGLISH, browser.token(), ORIGIN));
  }

  private Outcome open(LinkToken token, Browser in, boolean confirmed) {
    return redeem.redeem(new RedeemMagicLink.Command(token, in, confirmed, ORIGIN));
  }
}
