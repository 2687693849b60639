package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.BreakGlass;
import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.ReadOwnMeans;
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
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.PasswordHasher;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The use cases of the second factor, on ports in memory. */
final class SecondFactors {
  private SecondFactors() {}

  static List<Object> on(InMemoryPorts ports, BreakGlassAlarm alarm, AuthenticatorChange changes, GuessLimit guesses,
      PasswordHasher hasher, CodeChallenges challenges, MailDispatch mail, AuditTrail audit,
      InstantSource clock, RandomGenerator random) {
    BreakGlass breakGlass = new BreakGlass(ports.owners(), ports.memberships(), ports.organizations());
    FakeTotpCodes codes = new FakeTotpCodes();
    RecoveryCodeIssue issue = new RecoveryCodeIssue(ports.recoveryCodes(), random);
    SecondFactorCheck check = new SecondFactorCheck(ports.totpAuthenticators(), codes, ports.recoveryCodes());
    SessionPromotion promotion = new SessionPromotion(ports.sessions(), random);
    ReauthenticationCodes mailed = new ReauthenticationCodes(challenges);
    AccountProof proof = new AccountProof(ports.verifiedDomains(), clock);
    return List.of(new StartTotp(ports.totpAuthenticators(), changes, ports.unitOfWork(), random),
        new ReadTotpOffer(ports.totpAuthenticators(), ports.unitOfWork(), proof),
        new ReadOwnMeans(ports.users(), ports.passkeys()),
        new ReadSecondFactor(ports.recoveryCodes(), ports.unitOfWork()),
        new ConfirmTotp(ports.totpAuthenticators(), codes, issue, ports.users(), changes, promotion, alarm,
            audit, ports.unitOfWork(), clock),
        new RemoveTotp(ports.totpAuthenticators(), ports.recoveryCodes(), ports.users(), breakGlass,
            changes, promotion, audit, ports.unitOfWork(), proof),
        new RenewRecoveryCodes(issue, audit, ports.unitOfWork(), proof),
        new VerifyMfa(check, guesses, ports.sessions(), promotion, alarm, audit, ports.unitOfWork(), clock),
        new SendReauthenticationCode(ports.users(), mailed, mail, audit, ports.unitOfWork()),
        new Reauthenticate(ports.users(), hasher, check, mailed, guesses, promotion, alarm, audit, ports.unitOfWork(),
            clock));
  }
}
