package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static dev.latchkey.application.usecase.World.signUpOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.ResendCode;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignUpTest {
  private final World world = new World();

  @Test
  void creates_account_organization_owner_and_session_once_the_code_comes_back() {
    SecretId challenge = world.start(ADA);
    assertThat(world.ports.users().findByEmail(ADA)).isEmpty();

    VerifyEmail.Outcome outcome = world.verify(challenge, world.lastMail().text());

    SessionOpening.Opened opened = ((VerifyEmail.Outcome.SignedIn) outcome).opened();
    SignedIn signedIn = opened.session().signedIn();
    assertThat(signedIn.person().email()).isEqualTo(ADA);
    assertThat(signedIn.session().proofs().has(Proof.EmailCode.class)).isTrue();
    assertThat(signedIn.places()).singleElement().satisfies(place -> {
      assertThat(place.organization().slug().value()).isEqualTo("acme");
      assertThat(place.membership().role()).isEqualTo(Role.OWNER);
      assertThat(place.membership().breakGlass()).isTrue();
    });
    assertThat(world.ports.sessions().find(opened.token().hash())).isPresent();
  }

  @Test
  void answers_a_known_address_like_a_new_one_and_does_the_same_work() {
    world.register(ADA);
    int before = world.hasher.hashes();
    SecretId challenge = world.start(ADA);
    assertThat(world.hasher.hashes() - before).isEqualTo(1);
    assertThat(world.lastMail().subject()).isEqualTo("AlreadyRegistered");
    assertThat(world.verify(challenge, "12345678")).isEqualTo(new VerifyEmail.Outcome.CodeInvalid());
    assertThat(world.resendCode.resend(challenge, World.ORIGIN)).isEqualTo(new ResendCode.Outcome.Sent());
  }

  @Test
  void refuses_short_and_common_passwords_before_anything_is_sent() {
    assertThat(world.signUp.start(signUpOf(ADA, new Password("short"), Optional.empty(), Optional.empty())))
        .isInstanceOf(SignUp.Outcome.PasswordRejected.class);
    assertThat(world.signUp.start(signUpOf(ADA, new Password("passwordpassword"), Optional.empty(), Optional.empty())))
        .isInstanceOf(SignUp.Outcome.PasswordRejected.class);
    assertThat(world.ports.mailOutbox().waiting()).isEmpty();
  }

  @Test
  void refuses_a_slug_that_is_taken_but_numbers_one_that_was_only_derived() {
    world.register(ADA);
    EmailAddress bob = new EmailAddress("bob@example.com");
    assertThat(world.signUp.start(signUpOf(bob, PASSWORD, Optional.of("Acme"), Optional.of("acme"))))
        .isEqualTo(new SignUp.Outcome.SlugTaken());
    assertThat(world.register(bob).session().signedIn().places().getFirst().organization().slug().value())
        .isEqualTo("acme-2");
  }

  @Test
  void keeps_its_code_whatever_somebody_elses_later_attempt_does() {
    SecretId mine = world.start(ADA);
    String code = world.lastMail().text();
    SecretId theirs = world.start(ADA);
    assertThat(world.verify(theirs, code)).isEqualTo(new VerifyEmail.Outcome.CodeInvalid());
    assertThat(world.verify(mine, code)).isInstanceOf(VerifyEmail.Outcome.SignedIn.class);
  }

  @Test
  void lets_only_the_first_of_two_proven_sign_ups_for_one_address_stand() {
    SecretId first = world.start(ADA);
    String firstCode = world.lastMail().text();
    SecretId second = world.start(ADA);
    String secondCode = world.lastMail().text();
    assertThat(world.verify(second, secondCode)).isInstanceOf(VerifyEmail.Outcome.SignedIn.class);
    assertThat(world.verify(first, firstCode)).isEqualTo(new VerifyEmail.Outcome.AddressTaken());
  }

  @Test
  void is_void_after_five_wrong_codes() {
    SecretId challenge = world.start(ADA);
    for (int i = 0; i < 5; i++) {
      assertThat(world.verify(challenge, world.wrongCode())).isEqualTo(new VerifyEmail.Outcome.CodeInvalid());
    }
    assertThat(world.verify(challenge, world.lastMail().text())).isEqualTo(new VerifyEmail.Outcome.CodeInvalid());
    assertThat(world.lastAudit(AuditAction.ADDRESS_VERIFIED).chain()).singleElement()
        .satisfies(reason -> assertThat(reason.detail()).isEqualTo("used-up"));
  }

  @Test
  void expires_after_a_quarter_of_an_hour_even_if_the_clock_is_set_back() {
    SecretId challenge = world.start(ADA);
    String code = world.lastMail().text();
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(world.verify(challenge, code)).isEqualTo(new VerifyEmail.Outcome.CodeInvalid());
    world.clock.set(World.NOON);
    assertThat(world.verify(challenge, code)).isEqualTo(new VerifyEmail.Outcome.CodeInvalid());
  }

  @Test
  void sends_a_new_code_that_replaces_the_old_one() {
    SecretId challenge = world.start(ADA);
    String old = world.lastMail().text();
    assertThat(world.resendCode.resend(challenge, World.ORIGIN)).isEqualTo(new ResendCode.Outcome.Sent());
    assertThat(world.verify(challenge, old)).isEqualTo(new VerifyEmail.Outcome.CodeInvalid());
    assertThat(world.verify(challenge, world.lastMail().text())).isInstanceOf(VerifyEmail.Outcome.SignedIn.class);
    assertThat(world.resendCode.resend(challenge, World.ORIGIN)).isEqualTo(new ResendCode.Outcome.Gone());
  }

  @Test
  void sends_an_address_at_most_ten_mails_an_hour_and_keeps_the_last_code_good() {
    SecretId challenge = world.start(ADA);
    for (int i = 1; i < 10; i++) {
      assertThat(world.resendCode.resend(challenge, World.ORIGIN)).isEqualTo(new ResendCode.Outcome.Sent());
    }
    assertThat(world.resendCode.resend(challenge, World.ORIGIN)).isEqualTo(new ResendCode.Outcome.TooManyMails());
    assertThat(world.signUp.start(signUpOf(ADA, PASSWORD, Optional.empty(), Optional.empty())))
        .isEqualTo(new SignUp.Outcome.TooManyMails());
    assertThat(world.verify(challenge, world.lastMail().text())).isInstanceOf(VerifyEmail.Outcome.SignedIn.class);
  }

  @Test
  void is_not_to_be_had_where_it_is_closed() {
    assertThat(world.signUp(false).start(signUpOf(ADA, PASSWORD, Optional.empty(), Optional.empty())))
        .isEqualTo(new SignUp.Outcome.Closed());
  }

  @Test
  void writes_down_what_happened_without_the_code() {
    world.register(ADA);
    String code = world.lastMail().text();
    assertThat(world.lastAudit(AuditAction.ADDRESS_VERIFIED).outcome()).isEqualTo(AuditOutcome.SUCCESS);
    assertThat(world.lastAudit(AuditAction.ORGANIZATION_CREATED).organization()).isPresent();
    assertThat(world.ports.auditEvents()).noneMatch(event -> event.toString().contains(code));
  }
}
