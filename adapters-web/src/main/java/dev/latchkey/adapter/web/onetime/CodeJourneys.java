package dev.latchkey.adapter.web.onetime;

import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.ResendEmailChangeCode;
import dev.latchkey.application.onetime.RecognizeChallenge;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.setup.ConfirmSetup;
import dev.latchkey.application.setup.ResendSetupCode;
import dev.latchkey.application.signin.ResendCode;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.Browser;
import java.util.Optional;

/**
 * Takes each code to the use case of the journey that it was mailed for. Route and page show what came of it, so that
 * a new journey can't be forgotten by one of them.
 */
public final class CodeJourneys {
  private final RecognizeChallenge recognizeChallenge;
  private final VerifyEmail verifyEmail;
  private final ResendCode resendCode;
  private final ConfirmSetup confirmSetup;
  private final ResendSetupCode resendSetupCode;
  private final ConfirmEmailChange confirmEmailChange;
  private final ResendEmailChangeCode resendEmailChangeCode;
  private final Callers callers;

  public CodeJourneys(RecognizeChallenge recognizeChallenge, VerifyEmail verifyEmail, ResendCode resendCode,
      ConfirmSetup confirmSetup, ResendSetupCode resendSetupCode,
      ConfirmEmailChange confirmEmailChange, ResendEmailChangeCode resendEmailChangeCode, Callers callers) {
    this.recognizeChallenge = recognizeChallenge;
    this.verifyEmail = verifyEmail;
    this.resendCode = resendCode;
    this.confirmSetup = confirmSetup;
    this.resendSetupCode = resendSetupCode;
    this.confirmEmailChange = confirmEmailChange;
    this.resendEmailChangeCode = resendEmailChangeCode;
    this.callers = callers;
  }

  Verified verify(SecretId challenge, MailedCode code, Browser browser, Visit visit) {
    return switch (purposeOf(challenge)) {
      case SETUP_CODE -> switch (confirmSetup
          .confirm(new ConfirmSetup.Command(challenge, code, browser, visit.origin()))) {
        case ConfirmSetup.Outcome.SignedIn in -> new Verified.SetUp(in.opened());
        case ConfirmSetup.Outcome.CodeInvalid invalid -> new Verified.Invalid();
        case ConfirmSetup.Outcome.AddressTaken taken -> new Verified.AddressTaken();
      };
      case EMAIL_CHANGE -> changeEmail(challenge, code, visit);
      default -> signUp(new VerifyEmail.Command(challenge, code, browser, visit.origin()));
    };
  }

  private Verified signUp(VerifyEmail.Command command) {
    return switch (verifyEmail.verify(command)) {
      case VerifyEmail.Outcome.SignedIn in -> new Verified.SignedUp(in.opened());
      case VerifyEmail.Outcome.CodeInvalid invalid -> new Verified.Invalid();
      case VerifyEmail.Outcome.AddressTaken taken -> new Verified.AddressTaken();
    };
  }

  private Verified changeEmail(SecretId challenge, MailedCode code, Visit visit) {
    Optional<LiveSession> live = callers.findComplete(visit);
    return switch (confirmEmailChange.confirm(new ConfirmEmailChange.Command(challenge, code,
        live.map(LiveSession::signedIn), visit.origin()))) {
      case ConfirmEmailChange.Outcome.Changed changed -> new Verified.EmailChanged(
          live.orElseThrow().as(changed.account()));
      case ConfirmEmailChange.Outcome.CodeInvalid invalid -> new Verified.Invalid();
      case ConfirmEmailChange.Outcome.LastOwner last -> new Verified.LastOwner();
      case ConfirmEmailChange.Outcome.AddressTaken taken -> new Verified.AddressTaken();
    };
  }

  Resent resend(SecretId challenge, Visit visit) {
    return switch (purposeOf(challenge)) {
      case SETUP_CODE -> switch (resendSetupCode.resend(challenge, visit.origin())) {
        case ResendSetupCode.Outcome.Sent sent -> Resent.SENT;
        case ResendSetupCode.Outcome.Gone gone -> Resent.NOTHING_TO_CONFIRM;
        case ResendSetupCode.Outcome.TooManyMails tooMany -> Resent.TOO_MANY_MAILS;
      };
      case EMAIL_CHANGE -> switch (resendEmailChangeCode.resend(challenge,
          callers.findComplete(visit).map(LiveSession::signedIn), visit.origin())) {
        case ResendEmailChangeCode.Outcome.Sent sent -> Resent.SENT;
        case ResendEmailChangeCode.Outcome.Gone gone -> Resent.NOTHING_TO_CONFIRM;
        case ResendEmailChangeCode.Outcome.TooManyMails tooMany -> Resent.TOO_MANY_MAILS;
      };
      default -> switch (resendCode.resend(challenge, visit.origin())) {
        case ResendCode.Outcome.Sent sent -> Resent.SENT;
        case ResendCode.Outcome.Gone gone -> Resent.NOTHING_TO_CONFIRM;
        case ResendCode.Outcome.TooManyMails tooMany -> Resent.TOO_MANY_MAILS;
      };
    };
  }

  /** What is not open goes the way of a sign-up, which refuses it and writes that down. */
  private Purpose purposeOf(SecretId challenge) {
    return switch (recognizeChallenge.recognize(challenge)) {
      case RecognizeChallenge.Outcome.Open open -> open.purpose();
      case RecognizeChallenge.Outcome.Closed closed -> Purpose.SIGN_UP;
    };
  }

  /** What came of a code. */
  sealed interface Verified {
    /** The account has been made. */
    record SignedUp(SessionOpening.Opened opened) implements Verified {}

    /** The account has the new address. */
    record EmailChanged(LiveSession session) implements Verified {}

    /** The account that somebody else made has its first password. */
    record SetUp(SessionOpening.Opened opened) implements Verified {}

    /** Wrong, used, expired, used up, somebody else's or never there: deliberately one answer. */
    record Invalid() implements Verified {}

    /** The code was right, but the address has an account by now. */
    record AddressTaken() implements Verified {}

    /** The code was right, but no owner of an organization would be left who gets in. */
    record LastOwner() implements Verified {}
  }

  /** What came of asking for a new code. */
  enum Resent {
    SENT,
    /** Finished, expired, somebody else's or never there: deliberately one answer. */
    NOTHING_TO_CONFIRM, TOO_MANY_MAILS
  }
}
