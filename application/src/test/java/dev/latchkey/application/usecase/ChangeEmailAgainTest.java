package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.EmailChangeWorld.NEW;
import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.ResendEmailChangeCode;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.application.password.PasswordReplacement;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an e-mail change makes void, and how often one may try. */
class ChangeEmailAgainTest {
  private static final ConfirmEmailChange.Outcome INVALID = new ConfirmEmailChange.Outcome.CodeInvalid();
  private static final ResendEmailChangeCode.Outcome GONE = new ResendEmailChangeCode.Outcome.Gone();
  private static final EmailAddress OTHER = new EmailAddress("ada@babbage.example");

  private final EmailChangeWorld change = new EmailChangeWorld();
  private final World world = change.world;

  @Test
  void voids_a_change_by_a_newer_one() {
    SecretId older = change.begin(NEW);
    String code = change.lastCode();
    SecretId newest = change.begin(OTHER);
    String newestCode = change.lastCode();
    assertThat(change.resend(older)).isEqualTo(GONE);
    assertThat(change.confirm(older, code)).isEqualTo(INVALID);
    assertThat(change.address()).isEqualTo(ADA);
    assertThat(change.confirm(newest, newestCode)).isInstanceOf(ConfirmEmailChange.Outcome.Changed.class);
  }

  @Test
  void voids_a_change_that_began_at_another_address() {
    SecretId challenge = change.begin(NEW);
    String code = change.lastCode();
    world.ports.unitOfWork().run(() -> {
      world.ports.users().save(change.user().movedTo(OTHER));
      return true;
    });
    assertThat(change.resend(challenge)).isEqualTo(GONE);
    assertThat(change.confirm(challenge, code)).isEqualTo(INVALID);
    assertThat(change.address()).isEqualTo(OTHER);
  }

  @Test
  void voids_a_reset_code_that_was_mailed_to_the_old_address() {
    ForgotPassword forgot = new ForgotPassword(world.ports.users(), world.ports.memberships(), world.challenges,
        world.mail, world.audit, world.ports.unitOfWork());
    ResetPassword reset = new ResetPassword(world.ports.users(), world.ports.memberships(), world.challenges,
        world.hasher, world.passwords,
        new PasswordReplacement(world.ports.users(), world.ports.ownSessions(), world.guesses, world.mail,
            world.clock),
        world.audit, world.ports.unitOfWork());
    SecretId challenge = ((ForgotPassword.Outcome.CodeSent) forgot.start(ADA, Locale.ENGLISH, ORIGIN)).challenge();
    MailedCode code = new MailedCode(change.lastCode());
    change.moveTo(NEW);
    assertThat(reset.reset(new ResetPassword.Command(challenge, code, new Password("nine loud candles"), ORIGIN)))
        .isEqualTo(new ResetPassword.Outcome.CodeInvalid());
  }

  @Test
  void voids_a_link_that_was_mailed_to_the_old_address() {
    LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
    Browser browser = world.newBrowser();
    new SendMagicLink(world.ports.users(), world.ports.memberships(), links, world.mail, world.audit,
        world.ports.unitOfWork())
        .send(new SendMagicLink.Command(ADA, Locale.ENGLISH, browser.token(), ORIGIN));
    LinkToken token = LinkToken.parse(change.lastCode());
    change.moveTo(NEW);
    RedeemMagicLink redeem = new RedeemMagicLink(world.ports.users(), world.ports.memberships(), links, world.guesses,
        world.autoJoining, world.sessionOpening, world.audit, world.ports.unitOfWork(), world.clock);
    assertThat(redeem.redeem(new RedeemMagicLink.Command(token, browser, false, ORIGIN)))
        .isEqualTo(new RedeemMagicLink.Outcome.LinkInvalid());
  }

  @Test
  void sends_a_new_code_that_replaces_the_one_before_to_who_began_it_only() {
    SessionOpening.Opened bob = world.register(OTHER);
    SecretId challenge = change.begin(NEW);
    String code = change.lastCode();
    assertThat(change.resend.resend(challenge, Optional.of(change.session(bob)), ORIGIN)).isEqualTo(GONE);
    assertThat(change.resend.resend(challenge, Optional.empty(), ORIGIN)).isEqualTo(GONE);
    assertThat(change.lastCode()).isEqualTo(code);
    assertThat(change.resend(challenge)).isEqualTo(new ResendEmailChangeCode.Outcome.Sent());
    String renewed = change.lastCode();
    assertThat(change.confirm(challenge, code)).isEqualTo(INVALID);
    assertThat(change.confirm(challenge, renewed)).isInstanceOf(ConfirmEmailChange.Outcome.Changed.class);
    assertThat(change.resend(challenge)).isEqualTo(GONE);
  }

  @Test
  void lets_one_person_cause_ten_mails_an_hour_wherever_they_go() {
    for (int i = 0; i < 9; i++) {
      change.begin(new EmailAddress("ada" + i + "@example.com"));
    }
    SecretId tenth = change.begin(NEW);
    assertThat(change.start(change.ada, OTHER)).isEqualTo(new StartEmailChange.Outcome.TooManyMails());
    assertThat(change.resend(tenth)).isEqualTo(new ResendEmailChangeCode.Outcome.TooManyMails());
    assertThat(change.confirm(tenth, change.lastCode())).isInstanceOf(ConfirmEmailChange.Outcome.Changed.class);
    world.clock.advance(Duration.ofHours(1));
    SessionOpening.Opened later = ((SignInWithPassword.Outcome.SignedIn) world
        .signIn(NEW, World.PASSWORD)).opened();
    assertThat(change.start(later, OTHER)).isInstanceOf(StartEmailChange.Outcome.CodeSent.class);
  }

  @Test
  void sends_an_address_at_most_ten_mails_an_hour_whoever_asks() {
    for (int i = 0; i < 10; i++) {
      world.start(NEW);
    }
    assertThat(change.start(change.ada, NEW)).isEqualTo(new StartEmailChange.Outcome.TooManyMails());
  }
}
