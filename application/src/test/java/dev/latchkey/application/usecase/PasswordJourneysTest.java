package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.password.ChangePassword;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.application.password.PasswordReplacement;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordJourneysTest {
  private static final Password NEW = new Password("nine loud candles");
  private static final EmailAddress NOBODY = new EmailAddress("nobody@example.com");

  private final World world = new World();
  private final SessionOpening.Opened opened = world.register(ADA);
  private final PasswordReplacement replacement = new PasswordReplacement(world.ports.users(),
      world.ports.ownSessions(), world.guesses, world.mail, world.clock);
  private final ForgotPassword forgot = new ForgotPassword(world.ports.users(), world.ports.memberships(),
      world.challenges, world.mail, world.audit, world.ports.unitOfWork());
  private final ResetPassword reset = new ResetPassword(world.ports.users(), world.ports.memberships(),
      world.challenges, world.hasher, world.passwords, replacement, world.audit, world.ports.unitOfWork());
  private final ChangePassword change = new ChangePassword(world.ports.users(), world.guesses, world.hasher,
      world.passwords, replacement, world.audit, world.ports.unitOfWork());

  @Test
  void replaces_a_forgotten_password_and_ends_every_session_without_signing_in() {
    SecretId challenge = forget(ADA);
    assertThat(reset(challenge, world.lastMail().text(), NEW)).isEqualTo(new ResetPassword.Outcome.Reset());
    assertThat(world.ports.sessions().find(opened.token().hash())).isEmpty();
    assertThat(world.ports.ownSessions().of(opened.session().signedIn().person().id())).isEmpty();
    assertThat(world.signIn(ADA, PASSWORD)).isEqualTo(new SignInWithPassword.Outcome.Refused());
    assertThat(world.signIn(ADA, NEW)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void tells_the_owner_that_the_password_was_changed() {
    SecretId challenge = forget(ADA);
    reset(challenge, world.lastMail().text(), NEW);
    assertThat(world.lastMail().subject()).isEqualTo("PasswordChanged");
  }

  @Test
  void uses_a_code_once() {
    SecretId challenge = forget(ADA);
    String code = world.lastMail().text();
    reset(challenge, code, NEW);
    assertThat(reset(challenge, code, PASSWORD)).isEqualTo(new ResetPassword.Outcome.CodeInvalid());
  }

  @Test
  void keeps_the_code_good_when_the_new_password_is_refused() {
    SecretId challenge = forget(ADA);
    String code = world.lastMail().text();
    assertThat(reset(challenge, code, new Password("short")))
        .isInstanceOf(ResetPassword.Outcome.PasswordRejected.class);
    assertThat(reset(challenge, code, NEW)).isEqualTo(new ResetPassword.Outcome.Reset());
  }

  @Test
  void tells_the_account_of_a_wrong_code_as_long_as_it_waits_for_the_right_one() {
    SecretId challenge = forget(ADA);
    reset(challenge, world.wrongCode(), NEW);
    assertThat(world.lastAudit(AuditAction.PASSWORD_RESET)).matches(it -> it.outcome() == AuditOutcome.REFUSED
        && it.actor().equals(Optional.of(opened.session().signedIn().person().id())));
  }

  @Test
  void refuses_the_organizations_name_for_a_forgotten_and_for_a_changed_password() {
    Password name = new Password("Acme acme ACME acme");
    SecretId challenge = forget(ADA);
    assertThat(reset(challenge, world.lastMail().text(), name))
        .isInstanceOfSatisfying(ResetPassword.Outcome.PasswordRejected.class,
            rejected -> assertThat(rejected.rejection().code()).isEqualTo("OWN_NAME"));
    assertThat(change(PASSWORD, name)).isInstanceOfSatisfying(ChangePassword.Outcome.PasswordRejected.class,
        rejected -> assertThat(rejected.rejection().code()).isEqualTo("OWN_NAME"));
  }

  @Test
  void says_nothing_about_the_password_rules_to_whoever_has_no_code() {
    SecretId challenge = forget(ADA);
    assertThat(reset(challenge, world.wrongCode(), new Password("short")))
        .isEqualTo(new ResetPassword.Outcome.CodeInvalid());
  }

  @Test
  void is_void_after_five_wrong_codes() {
    SecretId challenge = forget(ADA);
    String code = world.lastMail().text();
    String wrong = world.wrongCode();
    for (int i = 0; i < 5; i++) {
      reset(challenge, wrong, NEW);
    }
    assertThat(reset(challenge, code, NEW)).isEqualTo(new ResetPassword.Outcome.CodeInvalid());
  }

  @Test
  void does_not_take_a_code_that_was_sent_for_signing_up() {
    SecretId signUp = world.start(new EmailAddress("bob@example.com"));
    assertThat(reset(signUp, world.lastMail().text(), NEW)).isEqualTo(new ResetPassword.Outcome.CodeInvalid());
  }

  @Test
  void answers_unknown_addresses_alike_and_opens_nothing_for_them() {
    SecretId challenge = forget(NOBODY);
    assertThat(world.lastMail().subject()).isEqualTo("NoAccount");
    assertThat(reset(challenge, "12345678", NEW)).isEqualTo(new ResetPassword.Outcome.CodeInvalid());
  }

  @Test
  void gives_no_first_password_to_people_without_one() {
    User user = world.ports.users().findByEmail(ADA).orElseThrow();
    world.ports.unitOfWork().run(() -> {
      world.ports.users().save(new User(user.id(), user.email(), user.name(), user.locale(), Optional.empty(), false,
          user.createdAt(), user.version()));
      return true;
    });
    SecretId challenge = forget(ADA);
    assertThat(world.lastMail().subject()).isEqualTo("NoPasswordToReset");
    assertThat(reset(challenge, "12345678", NEW)).isEqualTo(new ResetPassword.Outcome.CodeInvalid());
  }

  @Test
  void sends_an_address_at_most_ten_mails_an_hour_known_or_not() {
    for (EmailAddress address : new EmailAddress[]{NOBODY, new EmailAddress("no-one@example.com")}) {
      for (int i = 0; i < 10; i++) {
        forget(address);
      }
      assertThat(forgot.start(address, Locale.ENGLISH, ORIGIN)).isEqualTo(new ForgotPassword.Outcome.TooManyMails());
    }
  }

  @Test
  void changes_a_password_for_who_knows_the_old_one_and_keeps_only_that_session() {
    SignInWithPassword.Outcome.SignedIn other = (SignInWithPassword.Outcome.SignedIn) world.signIn(ADA, PASSWORD);
    assertThat(change(PASSWORD, NEW)).isEqualTo(new ChangePassword.Outcome.Changed(1));
    assertThat(world.ports.sessions().find(opened.token().hash())).isPresent();
    assertThat(world.ports.sessions().find(other.opened().token().hash())).isEmpty();
    assertThat(world.signIn(ADA, NEW)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void counts_wrong_old_passwords_together_with_those_at_sign_in() {
    for (int i = 0; i < 5; i++) {
      assertThat(change(NEW, NEW)).isEqualTo(new ChangePassword.Outcome.WrongPassword());
    }
    assertThat(change(PASSWORD, NEW)).isInstanceOf(ChangePassword.Outcome.TooManyTries.class);
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.TooManyTries.class);
    assertThat(world.lastAudit(AuditAction.PASSWORD_CHANGED).chain().getLast().rule()).isEqualTo("password-matches");
  }

  @Test
  void lets_a_mailed_proof_lift_what_strangers_guesses_piled_up() {
    for (int i = 0; i < 6; i++) {
      world.signIn(ADA, NEW);
    }
    SecretId challenge = forget(ADA);
    world.clock.advance(Duration.ofMillis(1));
    reset(challenge, world.lastMail().text(), NEW);
    assertThat(world.signIn(ADA, NEW)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void resets_no_password_of_somebody_who_has_to_sign_in_at_an_identity_provider() {
    SecretId before = forget(ADA);
    String code = world.lastMail().text();
    Organization acme = opened.session().signedIn().places().getFirst().organization();
    world.ports.organizations().save(acme.demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
    assertThat(reset(before, code, NEW)).isEqualTo(new ResetPassword.Outcome.CodeInvalid());
    forget(ADA);
    assertThat(world.lastMail().subject()).isEqualTo("SignInBySso");
    assertThat(world.lastMail().text()).isEqualTo(acme.slug().value());
    assertThat(world.ports.users().findByEmail(ADA).flatMap(User::password))
        .isEqualTo(Optional.of(world.hasher.hash(PASSWORD)));
  }

  private SecretId forget(EmailAddress email) {
    return ((ForgotPassword.Outcome.CodeSent) forgot.start(email, Locale.ENGLISH, ORIGIN)).challenge();
  }

  private ResetPassword.Outcome reset(SecretId challenge, String code, Password password) {
    return reset.reset(new ResetPassword.Command(challenge, new MailedCode(code), password, ORIGIN));
  }

  private ChangePassword.Outcome change(Password current, Password replacementPassword) {
    return change
        .change(new ChangePassword.Command(opened.session().signedIn(), current, replacementPassword, ORIGIN));
  }
}
