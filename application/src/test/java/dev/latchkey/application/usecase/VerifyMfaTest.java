package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.mfa.VerifyMfa.Outcome;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.usecase.MfaWorld.Enrolment;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerifyMfaTest {
  private static final EmailAddress BOB = new EmailAddress("bob@example.com");

  private final MfaWorld mfa = new MfaWorld();
  private final World world = mfa.world;
  private final Enrolment enrolment = mfa.enrol(world.register(ADA).token());
  private final BearerToken half = mfa.halfSignedIn();

  @Test
  void goes_on_under_a_new_token_once_the_code_was_shown() {
    assertThat(MfaState.of(mfa.session(half))).isEqualTo(MfaState.REQUIRED);
    Outcome.Verified verified = (Outcome.Verified) mfa.verify(half, mfa.shown(enrolment.secret()));
    assertThat(mfa.isLive(half)).isFalse();
    assertThat(MfaState.of(mfa.session(verified.session().token()))).isEqualTo(MfaState.DONE);
    assertThat(world.lastAudit(AuditAction.MFA_VERIFIED).chain().getFirst().rule()).isEqualTo("second-factor-matches");
  }

  @Test
  void takes_the_codes_of_one_step_around_now_and_of_no_other() {
    Instant now = world.clock.instant();
    for (int steps : new int[]{-2, 2, -3, 3}) {
      TotpCode code = FakeTotpCodes.codeAt(enrolment.secret(), now.plusSeconds(30L * steps));
      assertThat(mfa.check.prove(mfa.session(half).person().id(), new SecondFactorAnswer.Totp(code), now))
          .as("%s steps", steps).isEmpty();
    }
    TotpCode next = FakeTotpCodes.codeAt(enrolment.secret(), now.plusSeconds(30));
    assertThat(mfa.verify(half, next)).isInstanceOf(Outcome.Verified.class);
  }

  @Test
  void takes_no_step_twice_nor_one_before_it() {
    TotpCode before = mfa.shown(enrolment.secret());
    world.clock.advance(Duration.ofSeconds(30));
    TotpCode code = mfa.shown(enrolment.secret());
    BearerToken other = mfa.halfSignedIn();
    assertThat(mfa.verify(half, code)).isInstanceOf(Outcome.Verified.class);
    assertThat(mfa.verify(other, code)).isEqualTo(new Outcome.CodeInvalid());
    assertThat(mfa.verify(other, before)).isEqualTo(new Outcome.CodeInvalid());
  }

  @Test
  void takes_not_even_the_code_that_enrolled_the_app() {
    TotpCode first = FakeTotpCodes.codeAt(enrolment.secret(), World.NOON);
    assertThat(mfa.verify(half, first)).isEqualTo(new Outcome.CodeInvalid());
  }

  @Test
  void stays_refused_when_the_clock_is_set_back() {
    TotpCode code = mfa.shown(enrolment.secret());
    mfa.verify(half, code);
    world.clock.set(World.NOON);
    assertThat(mfa.verify(mfa.halfSignedIn(), FakeTotpCodes.codeAt(enrolment.secret(), World.NOON)))
        .isEqualTo(new Outcome.CodeInvalid());
  }

  @Test
  void takes_each_recovery_code_once_however_it_is_typed() {
    RecoveryCode code = enrolment.recoveryCodes().get(3);
    assertThat(mfa.verify(half, RecoveryCode.parse(" " + code.value().toUpperCase(Locale.ROOT)
        .replace("-", " ")))).isInstanceOf(Outcome.Verified.class);
    assertThat(mfa.verify(mfa.halfSignedIn(), code)).isEqualTo(new Outcome.CodeInvalid());
  }

  @Test
  void takes_nobody_elses_codes() {
    Enrolment bobs = mfa.enrol(world.register(BOB).token());
    assertThat(mfa.verify(half, bobs.recoveryCodes().getFirst())).isEqualTo(new Outcome.CodeInvalid());
    assertThat(mfa.verify(half, mfa.shown(bobs.secret()))).isEqualTo(new Outcome.CodeInvalid());
  }

  @Test
  void ends_the_session_with_the_sixth_wrong_try() {
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofMinutes(5));
      assertThat(mfa.verify(half, mfa.wrong(enrolment.secret()))).isEqualTo(new Outcome.CodeInvalid());
    }
    world.clock.advance(Duration.ofMinutes(5));
    assertThat(mfa.verify(half, mfa.wrong(enrolment.secret()))).isEqualTo(new Outcome.SessionEnded());
    assertThat(mfa.isLive(half)).isFalse();
  }

  @Test
  void looks_at_no_code_while_tries_have_to_wait_not_even_at_the_last_one() {
    BearerToken before = mfa.halfSignedIn();
    Outcome outcome = mfa.verify(before, mfa.wrong(enrolment.secret()));
    for (int i = 0; i < 5; i++) {
      outcome = mfa.verify(half, mfa.wrong(enrolment.secret()));
    }
    assertThat(outcome).isInstanceOf(Outcome.TooManyTries.class);
    assertThat(mfa.verify(half, mfa.shown(enrolment.secret()))).isEqualTo(new Outcome.SessionEnded());
    assertThat(mfa.isLive(half)).isFalse();
  }

  @Test
  void counts_tries_on_from_session_to_session_although_the_password_is_right() {
    for (int i = 0; i < 5; i++) {
      assertThat(mfa.verify(mfa.halfSignedIn(), mfa.wrong(enrolment.secret()))).isEqualTo(new Outcome.CodeInvalid());
    }
    assertThat(mfa.verify(mfa.halfSignedIn(), mfa.shown(enrolment.secret()))).isInstanceOf(Outcome.TooManyTries.class);
  }

  @Test
  void strangers_who_guess_the_password_do_not_keep_its_owner_from_the_second_step() {
    Browser known = world.newBrowser();
    mfa.verify(tokenOf(world.signIn(ADA, PASSWORD, known)), mfa.shown(enrolment.secret()));
    world.clock.advance(Duration.ofSeconds(30));
    guessUntilThePasswordHasToWait();
    BearerToken owners = tokenOf(world.signIn(ADA, PASSWORD, known));
    assertThat(mfa.verify(owners, mfa.shown(enrolment.secret()))).isInstanceOf(Outcome.Verified.class);
  }

  @Test
  void strangers_who_guess_the_password_do_not_keep_its_owner_from_proving_it_anew() {
    BearerToken session = ((Outcome.Verified) mfa.verify(half, mfa.shown(enrolment.secret()))).session().token();
    world.clock.advance(Duration.ofSeconds(30));
    guessUntilThePasswordHasToWait();
    BearerToken byCode = proven(reauthenticate(session, new Reauthenticate.Evidence.BySecondFactor(
        new SecondFactorAnswer.Totp(mfa.shown(enrolment.secret())))));
    guessUntilThePasswordHasToWait();
    proven(reauthenticate(byCode, new Reauthenticate.Evidence.ByPassword(PASSWORD)));
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void a_browser_that_always_gives_the_right_password_never_waits() {
    Browser known = world.newBrowser();
    for (int i = 0; i < 8; i++) {
      assertThat(mfa.verify(tokenOf(world.signIn(ADA, PASSWORD, known)), mfa.shown(enrolment.secret())))
          .isInstanceOf(Outcome.Verified.class);
      world.clock.advance(Duration.ofSeconds(30));
    }
  }

  @Test
  void proves_anew_before_sensitive_changes_by_password_or_by_code() {
    BearerToken session = ((Outcome.Verified) mfa.verify(half, mfa.shown(enrolment.secret()))).session().token();
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(isFresh(session)).isFalse();
    assertThat(reauthenticate(session, new Reauthenticate.Evidence.ByPassword(new Password("seven loud lamps!"))))
        .isEqualTo(new Reauthenticate.Outcome.Refused());
    BearerToken byPassword = proven(reauthenticate(session, new Reauthenticate.Evidence.ByPassword(PASSWORD)));
    assertThat(mfa.isLive(session)).isFalse();
    assertThat(isFresh(byPassword)).isTrue();
    world.clock.advance(Proofs.FRESHNESS);
    BearerToken byCode = proven(reauthenticate(byPassword, new Reauthenticate.Evidence.BySecondFactor(
        new SecondFactorAnswer.Totp(mfa.shown(enrolment.secret())))));
    assertThat(isFresh(byCode)).isTrue();
    assertThat(mfa.session(byCode).session().proofs().all()).hasSize(2);
  }

  @Test
  void makes_guessing_the_password_of_an_open_session_wait() {
    BearerToken session = ((Outcome.Verified) mfa.verify(half, mfa.shown(enrolment.secret()))).session().token();
    for (int i = 0; i < 5; i++) {
      reauthenticate(session, new Reauthenticate.Evidence.ByPassword(new Password("seven loud lamps!")));
    }
    assertThat(reauthenticate(session, new Reauthenticate.Evidence.ByPassword(PASSWORD)))
        .isInstanceOf(Reauthenticate.Outcome.TooManyTries.class);
  }

  private void guessUntilThePasswordHasToWait() {
    for (int i = 0; i < 6; i++) {
      world.signIn(ADA, new Password("seven loud lamps!"));
    }
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.TooManyTries.class);
  }

  private static BearerToken tokenOf(SignInWithPassword.Outcome outcome) {
    return ((SignInWithPassword.Outcome.SignedIn) outcome).opened().token();
  }

  private Reauthenticate.Outcome reauthenticate(BearerToken token, Reauthenticate.Evidence evidence) {
    return mfa.reauthenticate.reauthenticate(new Reauthenticate.Command(mfa.session(token), evidence, ORIGIN));
  }

  private static BearerToken proven(Reauthenticate.Outcome outcome) {
    return ((Reauthenticate.Outcome.Proven) outcome).session().token();
  }

  private boolean isFresh(BearerToken token) {
    return world.accountProof.isFresh(mfa.session(token));
  }
}
