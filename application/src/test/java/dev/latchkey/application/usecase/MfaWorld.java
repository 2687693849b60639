package dev.latchkey.application.usecase;

import dev.latchkey.application.member.BreakGlass;
import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.ReadSecondFactor;
import dev.latchkey.application.mfa.ReadTotpOffer;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.mfa.ReauthenticationCodes;
import dev.latchkey.application.mfa.RecoveryCodeIssue;
import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.RenewRecoveryCodes;
import dev.latchkey.application.mfa.SecondFactorCheck;
import dev.latchkey.application.mfa.SendReauthenticationCode;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;

/** A {@link World} with the use cases of the second factor, and short ways through enrolment and sign-in. */
final class MfaWorld {
  final World world = new World();
  final SessionPromotion promotion = new SessionPromotion(world.ports.sessions(), world.random);
  final BreakGlass breakGlass =
      new BreakGlass(world.ports.owners(), world.ports.memberships(), world.ports.organizations());
  final BreakGlassAlarm alarm =
      new BreakGlassAlarm(world.ports.members(), world.ports.users(), world.mail, world.audit, world.clock);
  final FakeTotpCodes codes = new FakeTotpCodes();
  final RecoveryCodeIssue issue = new RecoveryCodeIssue(world.ports.recoveryCodes(), world.random);
  final SecondFactorCheck check = new SecondFactorCheck(world.ports.totpAuthenticators(), codes,
      world.ports.recoveryCodes());
  final AuthenticatorChange changes = new AuthenticatorChange(world.ports.passkeys(), world.ports.users(),
      world.ports.ownSessions(), world.accountProof, world.mail, world.clock);
  final StartTotp start = new StartTotp(world.ports.totpAuthenticators(), changes, world.ports.unitOfWork(),
      world.random);
  final ReadTotpOffer readOffer = new ReadTotpOffer(world.ports.totpAuthenticators(), world.ports.unitOfWork(),
      world.accountProof);
  final ReadSecondFactor read = new ReadSecondFactor(world.ports.recoveryCodes(), world.ports.unitOfWork());
  final ConfirmTotp confirm = new ConfirmTotp(world.ports.totpAuthenticators(), codes, issue, world.ports.users(),
      changes, promotion, alarm, world.audit, world.ports.unitOfWork(), world.clock);
  final RemoveTotp remove =
      new RemoveTotp(world.ports.totpAuthenticators(), world.ports.recoveryCodes(), world.ports.users(), breakGlass,
          changes, promotion, world.audit, world.ports.unitOfWork(), world.accountProof);
  final RenewRecoveryCodes renew =
      new RenewRecoveryCodes(issue, world.audit, world.ports.unitOfWork(), world.accountProof);
  final VerifyMfa verify = new VerifyMfa(check, world.guesses, world.ports.sessions(), promotion, alarm, world.audit,
      world.ports.unitOfWork(), world.clock);
  private final ReauthenticationCodes mailed = new ReauthenticationCodes(world.challenges);
  final SendReauthenticationCode sendCode = new SendReauthenticationCode(world.ports.users(), mailed, world.mail,
      world.audit, world.ports.unitOfWork());
  final Reauthenticate reauthenticate =
      new Reauthenticate(world.ports.users(), world.hasher, check, mailed, world.guesses,
          promotion, alarm, world.audit, world.ports.unitOfWork(), world.clock);

  /** Offers a key. */
  TotpSecret offer(SignedIn signedIn) {
    return ((StartTotp.Outcome.Offered) start.start(signedIn)).secret();
  }

  /** Enrols an app; time moves on to the next step, since the one of the first code is used up. */
  Enrolment enrol(BearerToken token) {
    TotpSecret secret = offer(session(token));
    ConfirmTotp.Outcome.Enrolled enrolled = (ConfirmTotp.Outcome.Enrolled) confirm.confirm(session(token),
        shown(secret), World.ORIGIN);
    world.clock.advance(Duration.ofSeconds(30));
    return new Enrolment(secret, enrolled.recoveryCodes(), enrolled.session().token());
  }

  /** What the app shows right now. */
  TotpCode shown(TotpSecret secret) {
    return FakeTotpCodes.codeAt(secret, world.clock.instant());
  }

  /** A code that the app shows neither now nor soon. */
  TotpCode wrong(TotpSecret secret) {
    return FakeTotpCodes.codeAt(secret, world.clock.instant().plusSeconds(600));
  }

  VerifyMfa.Outcome verify(BearerToken token, TotpCode code) {
    return verify(token, new SecondFactorAnswer.Totp(code));
  }

  VerifyMfa.Outcome verify(BearerToken token, RecoveryCode code) {
    return verify(token, new SecondFactorAnswer.Recovery(code));
  }

  VerifyMfa.Outcome verify(BearerToken token, SecondFactorAnswer answer) {
    return verify.verify(new VerifyMfa.Command(session(token), answer, World.ORIGIN));
  }

  /** Signs in with the password alone. */
  BearerToken halfSignedIn() {
    return ((SignInWithPassword.Outcome.SignedIn) world.signIn(World.ADA, World.PASSWORD)).opened().token();
  }

  boolean isLive(BearerToken token) {
    return world.checkSession.check(token) instanceof CheckSession.Outcome.Live;
  }

  SignedIn session(BearerToken token) {
    return ((CheckSession.Outcome.Live) world.checkSession.check(token)).session().signedIn();
  }

  /** Makes the organization of the session insist on a second factor. */
  void demandMfa(SignedIn signedIn) {
    Organization organization = signedIn.places().getFirst().organization();
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations().save(organization.demanding(new AuthenticationRequirement(AuthRequired.ANY, true)));
      return true;
    });
  }

  /** An enrolled app, and the session in which it was enrolled. */
  record Enrolment(TotpSecret secret, List<RecoveryCode> recoveryCodes, BearerToken session) {}
}
