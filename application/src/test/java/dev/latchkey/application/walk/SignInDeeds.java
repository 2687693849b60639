package dev.latchkey.application.walk;

import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.walk.Model.Shown;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.signin.Password;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Coming in: passwords, links, forgotten passwords and second factors, right and wrong. */
final class SignInDeeds {
  private static final Password WRONG = new Password("entirely wrong words");

  private final Deployment world;
  private final Model model;

  SignInDeeds(Deployment world, Model model) {
    this.world = world;
    this.model = model;
  }

  void signIn(Step step) {
    KnownPerson person = step.oneOf(model.people);
    boolean right = step.way() % 4 != 0;
    Instant now = world.clock.instant();
    String expected;
    if (person.address.tries.mustWait(now)) {
      expected = "TooManyTries";
    } else {
      person.address.tries.count(now);
      expected = !right || person.isShutOut() ? "Refused" : person.isSsoOnly() ? "SsoRequired" : "SignedIn";
    }
    Optional<KnownSession> before = step.other() % 3 == 0 ? newest() : Optional.empty();
    Browser browser = new Browser(BearerToken.random(world.random), before.map(it -> it.token));
    SignInWithPassword.Outcome outcome = world.signIn.signIn(new SignInWithPassword.Command(person.address.value,
        right ? person.password : WRONG, Optional.empty(), browser, Walk.ORIGIN));
    Difference.unlessOutcome(expected, outcome);
    if (outcome instanceof SignInWithPassword.Outcome.SsoRequired
        || outcome instanceof SignInWithPassword.Outcome.SignedIn) {
      person.address.tries.forget();
    }
    if (outcome instanceof SignInWithPassword.Outcome.SignedIn in) {
      before.ifPresent(it -> it.ended = true);
      enter(person, in.opened(), Shown.PASSWORD, now);
    }
  }

  /** Whose browser somebody may sign in in, without having signed out. */
  private Optional<KnownSession> newest() {
    return model.sessions.stream().filter(it -> !it.ended).reduce((older, newer) -> newer);
  }

  void showSecondFactor(Step step, KnownSession session) {
    KnownPerson person = session.person;
    Instant now = world.clock.instant();
    SecondFactorAnswer answer = answer(step, person, now);
    boolean last = session.tries.count(now) > 5;
    boolean mustWait = person.codes.mustWait(now);
    if (!mustWait) {
      person.codes.count(now);
    }
    boolean right = !mustWait && accepts(person, answer, now);
    VerifyMfa.Outcome outcome = world.verifyMfa
        .verify(new VerifyMfa.Command(Walk.live(world, session), answer, Walk.ORIGIN));
    Difference.unlessOutcome(mustWait && !last
        ? "TooManyTries"
        : right ? "Verified" : last ? "SessionEnded" : "CodeInvalid", outcome);
    if (outcome instanceof VerifyMfa.Outcome.Verified verified) {
      person.codes.forget();
      person.address.tries.forget();
      session.tries.forget();
      session.token = verified.session().token();
      session.shown.put(answer instanceof SecondFactorAnswer.Totp ? Shown.TOTP : Shown.RECOVERY_CODE, now);
    }
    session.ended |= outcome instanceof VerifyMfa.Outcome.SessionEnded;
  }

  /** Right, wrong, the same one as just now, or one of somebody else: whatever the step says. */
  private SecondFactorAnswer answer(Step step, KnownPerson person, Instant now) {
    if (step.way() % 5 == 0 && !person.recoveryCodes.isEmpty()) {
      return new SecondFactorAnswer.Recovery(step.otherOf(person.recoveryCodes));
    }
    KnownPerson whose = step.way() % 7 == 0 ? step.oneOf(model.people) : person;
    TotpSecret secret = Objects.requireNonNullElseGet(whose.app, () -> TotpSecret.random(world.random));
    return new SecondFactorAnswer.Totp(FakeTotpCodes.codeAt(secret, step.way() % 3 == 0 ? now.plusSeconds(600) : now));
  }

  private static boolean accepts(KnownPerson person, SecondFactorAnswer answer, Instant now) {
    return switch (answer) {
      case SecondFactorAnswer.Recovery used -> person.recoveryCodes.remove(used.code());
      case SecondFactorAnswer.Totp totp -> {
        long present = now.getEpochSecond() / 30;
        boolean fits = person.app != null && person.lastStep < present
            && FakeTotpCodes.codeAt(person.app, now).equals(totp.code());
        person.lastStep = fits ? present : person.lastStep;
        yield fits;
      }
    };
  }

  void forgetPassword(Step step) {
    KnownPerson person = step.oneOf(model.people);
    Instant now = world.clock.instant();
    boolean enough = person.address.hasTooManyMails(now);
    ForgotPassword.Outcome outcome = world.forgotPassword.start(person.address.value, Locale.ENGLISH, Walk.ORIGIN);
    Difference.unlessOutcome(enough ? "TooManyMails" : "CodeSent", outcome);
    if (outcome instanceof ForgotPassword.Outcome.CodeSent sent) {
      person.address.mails.add(now);
      if (!person.isSsoOnly()) {
        model.codes.add(new KnownSecret(person, world.mailbox.newest(), sent.challenge().value(),
            BearerToken.random(world.random), now));
      }
    }
  }

  void resetPassword(Step step, KnownSecret code) {
    Instant now = world.clock.instant();
    boolean right = step.way() % 3 != 0;
    String typed = right ? code.value : code.value.equals("00000000") ? "11111111" : "00000000";
    boolean open = code.isOpen(now);
    Password fresh = Walk.password(step);
    ResetPassword.Outcome outcome = world.resetPassword.reset(
        new ResetPassword.Command(new SecretId(code.asker), new MailedCode(typed), fresh, Walk.ORIGIN));
    boolean reset = open && right && code.isAtHome() && !code.person.isSsoOnly();
    Difference.unlessOutcome(reset ? "Reset" : "CodeInvalid", outcome);
    if (!open) {
      return;
    }
    if (!right) {
      code.triesLeft--;
    }
    if (reset) {
      code.triesLeft = 0;
      code.person.password = fresh;
      code.person.address.mails.add(now);
      code.person.address.tries.forget();
      code.person.passwordsShownAgain.forget();
      model.endSessionsOf(code.person, null);
    }
  }

  void askForLink(Step step) {
    KnownPerson person = step.oneOf(model.people);
    Instant now = world.clock.instant();
    boolean enough = person.address.hasTooManyMails(now);
    BearerToken browser = BearerToken.random(world.random);
    SendMagicLink.Outcome outcome = world.sendMagicLink
        .send(new SendMagicLink.Command(person.address.value, Locale.ENGLISH, browser, Walk.ORIGIN));
    Difference.unlessOutcome(enough ? "TooManyMails" : "Sent", outcome);
    if (!enough) {
      person.address.mails.add(now);
      if (!person.isSsoOnlyByLink()) {
        model.links.add(new KnownSecret(person, world.mailbox.newest(), Examples.id(), browser, now));
      }
    }
  }

  void openLink(Step step, KnownSecret link) {
    Instant now = world.clock.instant();
    KnownPerson person = link.person;
    boolean elsewhere = step.way() % 3 == 0;
    boolean confirmed = step.other() % 2 == 0;
    String expected = !link.isOpen(now) ? "LinkInvalid"
        : elsewhere && !confirmed ? "ConfirmationNeeded"
            : person.isShutOut() || !link.isAtHome() ? "LinkInvalid"
                : person.isSsoOnlyByLink() ? "SsoRequired" : "SignedIn";
    RedeemMagicLink.Outcome outcome = world.redeemMagicLink.redeem(new RedeemMagicLink.Command(
        LinkToken.parse(link.value),
        Browser.withoutSession(elsewhere ? BearerToken.random(world.random) : link.browser), confirmed,
        Walk.ORIGIN));
    Difference.unlessOutcome(expected, outcome);
    if (!expected.equals("ConfirmationNeeded")) {
      link.triesLeft = 0;
    }
    if (outcome instanceof RedeemMagicLink.Outcome.SignedIn in) {
      person.address.tries.forget();
      enter(person, in.opened(), Shown.LINK, now);
    }
  }

  /** An identity provider vouches, for an organization of the person's or any other. */
  void vouch(Step step, KnownSession session) {
    KnownOrganization organization = step.oneOf(model.organizations);
    Instant now = world.clock.instant();
    session.token = world.ports.unitOfWork().run(() -> world.promotion.add(Walk.live(world, session),
        new Proof.Sso(now, organization.id, organization.provider))).token();
    session.vouched.put(organization, organization.provider);
    session.vouchedAt.put(organization, now);
  }

  private void enter(KnownPerson person, SessionOpening.Opened opened, Shown shown, Instant now) {
    model.sessions
        .add(new KnownSession(person, opened.session().signedIn().session().id(), opened.token(), shown, now));
  }

}
