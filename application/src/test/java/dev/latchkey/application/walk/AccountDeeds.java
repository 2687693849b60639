package dev.latchkey.application.walk;

import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.RenewRecoveryCodes;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.application.password.ChangePassword;
import dev.latchkey.application.walk.Model.Shown;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Instant;
import java.util.Optional;

/** What somebody who is signed in changes about themselves. The door keeps sessions out that owe their second factor. */
final class AccountDeeds {
  private static final Password WRONG = new Password("entirely wrong words");

  private final Deployment world;
  private final Model model;

  AccountDeeds(Deployment world, Model model) {
    this.world = world;
    this.model = model;
  }

  void enrol(Step step, KnownSession session) {
    KnownPerson person = session.person;
    SignedIn signedIn = Walk.live(world, session);
    Instant now = world.clock.instant();
    StartTotp.Outcome started = world.startTotp.start(signedIn);
    Difference.unlessOutcome(session.isFresh(now) ? "Offered" : "ProofTooOld", started);
    if (!(started instanceof StartTotp.Outcome.Offered offered)) {
      return;
    }
    TotpSecret secret = offered.secret();
    boolean right = step.way() % 4 != 0;
    ConfirmTotp.Outcome outcome = world.confirmTotp.confirm(signedIn,
        FakeTotpCodes.codeAt(secret, right ? now : now.plusSeconds(600)), Walk.ORIGIN);
    Difference.unlessOutcome(right ? "Enrolled" : "CodeInvalid", outcome);
    if (outcome instanceof ConfirmTotp.Outcome.Enrolled enrolled) {
      person.app = secret;
      person.lastStep = now.getEpochSecond() / 30;
      person.recoveryCodes.clear();
      person.recoveryCodes.addAll(enrolled.recoveryCodes());
      session.token = enrolled.session().token();
      session.shown.put(Shown.TOTP, now);
      model.endSessionsOf(person, session);
    }
  }

  void removeSecondFactor(KnownSession session) {
    KnownPerson person = session.person;
    RemoveTotp.Outcome outcome = world.removeTotp.remove(Walk.live(world, session), Walk.ORIGIN);
    Difference.unlessOutcome(!person.isEnrolled() ? "NotEnrolled"
        : !session.isFresh(world.clock.instant()) ? "ProofTooOld" : person.isAskedForMfa() ? "Demanded"
            : person.active().anyMatch(it -> model.isLastWayInto(it, person)) ? "LastBreakGlass" : "Removed",
        outcome);
    if (outcome instanceof RemoveTotp.Outcome.Removed removed) {
      person.app = null;
      person.lastStep = -1;
      person.recoveryCodes.clear();
      session.token = removed.session().token();
      session.shown.remove(Shown.TOTP);
      session.shown.remove(Shown.RECOVERY_CODE);
      model.endSessionsOf(person, session);
    }
  }

  void renewRecoveryCodes(KnownSession session) {
    KnownPerson person = session.person;
    RenewRecoveryCodes.Outcome outcome = world.renewRecoveryCodes.renew(Walk.live(world, session), Walk.ORIGIN);
    Difference.unlessOutcome(!person.isEnrolled() ? "NotEnrolled"
        : session.isFresh(world.clock.instant()) ? "Renewed" : "ProofTooOld", outcome);
    if (outcome instanceof RenewRecoveryCodes.Outcome.Renewed renewed) {
      person.recoveryCodes.clear();
      person.recoveryCodes.addAll(renewed.recoveryCodes());
    }
  }

  void reauthenticate(Step step, KnownSession session) {
    KnownPerson person = session.person;
    Instant now = world.clock.instant();
    boolean right = step.way() % 4 != 0;
    boolean mustWait = person.passwordsShownAgain.mustWait(now);
    if (!mustWait) {
      person.passwordsShownAgain.count(now);
      person.address.tries.count(now);
    }
    Reauthenticate.Outcome outcome = world.reauthenticate.reauthenticate(new Reauthenticate.Command(
        Walk.live(world, session), new Reauthenticate.Evidence.ByPassword(right ? person.password : WRONG),
        Walk.ORIGIN));
    Difference.unlessOutcome(mustWait ? "TooManyTries" : right ? "Proven" : "Refused", outcome);
    if (outcome instanceof Reauthenticate.Outcome.Proven proven) {
      person.address.tries.forget();
      person.passwordsShownAgain.forget();
      session.token = proven.session().token();
      session.shown.put(Shown.PASSWORD, now);
    }
  }

  void changePassword(Step step, KnownSession session) {
    KnownPerson person = session.person;
    Instant now = world.clock.instant();
    boolean right = step.way() % 4 != 0;
    boolean mustWait = person.passwordsShownAgain.mustWait(now);
    if (!mustWait) {
      person.passwordsShownAgain.count(now);
      person.address.tries.count(now);
    }
    Password fresh = Walk.password(step);
    ChangePassword.Outcome outcome = world.changePassword.change(new ChangePassword.Command(
        Walk.live(world, session), right ? person.password : WRONG, fresh, Walk.ORIGIN));
    Difference.unlessOutcome(mustWait ? "TooManyTries" : right ? "Changed" : "WrongPassword", outcome);
    if (outcome instanceof ChangePassword.Outcome.Changed) {
      person.password = fresh;
      person.address.tries.forget();
      person.passwordsShownAgain.forget();
      person.address.mails.add(now);
      model.endSessionsOf(person, session);
    }
  }

  void signOut(KnownSession session) {
    Difference.unlessOutcome("Ended", world.signOut.signOut(Walk.live(world, session).session(), Walk.ORIGIN));
    session.ended = true;
  }

  void endOtherSessions(KnownSession session) {
    world.endSessions.end(Walk.live(world, session), Optional.empty(), Walk.ORIGIN);
    model.endSessionsOf(session.person, session);
  }
}
