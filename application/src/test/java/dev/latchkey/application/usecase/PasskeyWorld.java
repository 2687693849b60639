package dev.latchkey.application.usecase;

import dev.latchkey.application.memory.FakeAuthenticator;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.ListPasskeys;
import dev.latchkey.application.passkey.PasskeyCeremonies;
import dev.latchkey.application.passkey.PasskeyCheck;
import dev.latchkey.application.passkey.ReauthenticateWithPasskey;
import dev.latchkey.application.passkey.RegisterPasskey;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.application.passkey.RemovePasskey;
import dev.latchkey.application.passkey.SignInWithPasskey;
import dev.latchkey.application.passkey.StartPasskeyAssertion;
import dev.latchkey.application.passkey.StartPasskeyRegistration;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.passkey.PasskeyName;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.SignedIn;

/** A {@link MfaWorld} with the use cases of passkeys, and short ways through registration and sign-in. */
final class PasskeyWorld {
  final MfaWorld mfa = new MfaWorld();
  final World world = mfa.world;
  final PasskeyCeremonies ceremonies = new FakeAuthenticator.Ceremonies();
  final LinkTokens challenges = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
  final PasskeyCheck check = new PasskeyCheck(world.ports.passkeys(), ceremonies, challenges);
  final StartPasskeyRegistration startRegistration = new StartPasskeyRegistration(world.ports.passkeys(), challenges,
      mfa.changes, world.ports.unitOfWork());
  final RegisterPasskey register =
      new RegisterPasskey(world.ports.passkeys(), ceremonies, challenges, mfa.changes, mfa.promotion,
          mfa.alarm, world.audit, world.ports.unitOfWork(), world.ids, world.clock);
  final ListPasskeys list = new ListPasskeys(world.ports.passkeys());
  final RemovePasskey remove = new RemovePasskey(world.ports.passkeys(), mfa.changes, mfa.promotion, world.audit,
      world.ports.unitOfWork());
  final StartPasskeyAssertion startAssertion = new StartPasskeyAssertion(challenges, world.ports.unitOfWork());
  final SignInWithPasskey signIn = new SignInWithPasskey(check, world.ports.users(), world.ports.memberships(),
      world.guesses, world.sessionOpening, world.audit, world.ports.unitOfWork(), world.clock);
  final ReauthenticateWithPasskey reauthenticate = new ReauthenticateWithPasskey(check, world.guesses, mfa.promotion,
      mfa.alarm, world.audit, world.ports.unitOfWork(), world.clock);

  /** The challenge for a new passkey. */
  LinkToken offer(BearerToken session) {
    return ((StartPasskeyRegistration.Outcome.Offered) startRegistration.start(mfa.session(session))).challenge();
  }

  RegisterPasskey.Outcome register(BearerToken session, RegistrationAnswer answer) {
    return register(mfa.session(session), answer);
  }

  RegisterPasskey.Outcome register(SignedIn signedIn, RegistrationAnswer answer) {
    return register.register(new RegisterPasskey.Command(signedIn, answer, new PasskeyName("Laptop"), World.ORIGIN));
  }

  /** Registers a passkey. @return the token under which the session goes on */
  BearerToken enrol(BearerToken session, FakeAuthenticator authenticator) {
    return ((RegisterPasskey.Outcome.Registered) register(session, authenticator.register(offer(session)))).session()
        .token();
  }

  SignInWithPasskey.Outcome signIn(AssertionAnswer answer) {
    return signIn.signIn(new SignInWithPasskey.Command(answer, world.newBrowser(), World.ORIGIN));
  }
}
