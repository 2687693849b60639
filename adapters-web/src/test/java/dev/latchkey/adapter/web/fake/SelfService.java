package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.account.ChangeProfile;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.memory.FakeBlocklist;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.password.ChangePassword;
import dev.latchkey.application.password.FirstPassword;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.password.PasswordReplacement;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.application.password.SetFirstPassword;
import dev.latchkey.application.session.EndSessions;
import dev.latchkey.application.session.ListSessions;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.session.SessionRules;
import java.time.InstantSource;
import java.util.List;

/** The use cases by which people look after their own account, on ports in memory. */
final class SelfService {
  private SelfService() {}

  static List<Object> on(InMemoryPorts ports, SessionRules rules, CodeChallenges challenges, GuessLimit guesses,
      PasswordHasher hasher, AuthenticatorChange changes, SessionPromotion promotion, MailDispatch mail,
      AuditTrail audit, InstantSource clock) {
    PasswordCheck passwords = new PasswordCheck(new FakeBlocklist("passwordpassword"), ports.memberships());
    PasswordReplacement replacement = new PasswordReplacement(ports.users(), ports.ownSessions(), guesses, mail, clock);
    FirstPassword first = new FirstPassword(ports.users(), changes);
    return List.of(first,
        new SetFirstPassword(first, ports.users(), passwords, hasher, changes, promotion, guesses, audit,
            ports.unitOfWork()),
        new ListSessions(ports.ownSessions(), rules, clock),
        new EndSessions(ports.ownSessions(), audit, ports.unitOfWork()),
        new ChangeProfile(ports.users(), audit, ports.unitOfWork()),
        new ForgotPassword(ports.users(), ports.memberships(), challenges, mail, audit, ports.unitOfWork()),
        new ResetPassword(ports.users(), ports.memberships(), challenges, hasher, passwords, replacement, audit,
            ports.unitOfWork()),
        new ChangePassword(ports.users(), guesses, hasher, passwords, replacement, audit, ports.unitOfWork()));
  }
}
