package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.memory.FakeAuthenticator;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.passkey.ListPasskeys;
import dev.latchkey.application.passkey.PasskeyCeremonies;
import dev.latchkey.application.passkey.PasskeyCheck;
import dev.latchkey.application.passkey.ReauthenticateWithPasskey;
import dev.latchkey.application.passkey.RegisterPasskey;
import dev.latchkey.application.passkey.RemovePasskey;
import dev.latchkey.application.passkey.SignInWithPasskey;
import dev.latchkey.application.passkey.StartPasskeyAssertion;
import dev.latchkey.application.passkey.StartPasskeyRegistration;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The use cases of passkeys, on ports in memory and with authenticators that need no cryptography. */
final class Passkeys {
  private Passkeys() {}

  static List<Object> on(InMemoryPorts ports, BreakGlassAlarm alarm, AuthenticatorChange changes, LinkTokens challenges,
      GuessLimit guesses,
      SessionOpening opening,
      AuditTrail audit, Ids ids, InstantSource clock, RandomGenerator random) {
    PasskeyCeremonies ceremonies = new FakeAuthenticator.Ceremonies();
    PasskeyCheck check = new PasskeyCheck(ports.passkeys(), ceremonies, challenges);
    SessionPromotion promotion = new SessionPromotion(ports.sessions(), random);
    return List.of(new StartPasskeyRegistration(ports.passkeys(), challenges, changes, ports.unitOfWork()),
        new RegisterPasskey(ports.passkeys(), ceremonies, challenges, changes, promotion, alarm, audit,
            ports.unitOfWork(), ids, clock),
        new ListPasskeys(ports.passkeys()),
        new RemovePasskey(ports.passkeys(), changes, promotion, audit, ports.unitOfWork()),
        new StartPasskeyAssertion(challenges, ports.unitOfWork()),
        new SignInWithPasskey(check, ports.users(), ports.memberships(), guesses, opening, audit, ports.unitOfWork(),
            clock),
        new ReauthenticateWithPasskey(check, guesses, promotion, alarm, audit, ports.unitOfWork(), clock));
  }
}
