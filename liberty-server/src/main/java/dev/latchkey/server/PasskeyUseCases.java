package dev.latchkey.server;

import dev.latchkey.adapter.idp.passkey.WebAuthnCeremonies;
import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
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
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Passkeys: registered, used to sign in and to prove again who one is, removed. */
@Dependent
public final class PasskeyUseCases {

  @Produces
  @Singleton
  static PasskeyCeremonies passkeyCeremonies(WebSettings settings) {
    return new WebAuthnCeremonies(settings.publicDomain(), settings.publicOrigin());
  }

  @Produces
  @Singleton
  static StartPasskeyRegistration startPasskeyRegistration(Storage storage, LinkTokens challenges,
      AuthenticatorChange changes) {
    return new StartPasskeyRegistration(storage.passkeys(), challenges, changes, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static RegisterPasskey registerPasskey(Storage storage, PasskeyCeremonies ceremonies, LinkTokens challenges,
      AuthenticatorChange changes, SessionPromotion promotion, BreakGlassAlarm alarm, AuditTrail audit, Ids ids,
      InstantSource clock) {
    return new RegisterPasskey(storage.passkeys(), ceremonies, challenges, changes, promotion, alarm,
        audit, storage.unitOfWork(), ids, clock);
  }

  @Produces
  @Singleton
  static AuthenticatorChange authenticatorChange(Storage storage, AccountProof proof, MailDispatch mail,
      InstantSource clock) {
    return new AuthenticatorChange(storage.passkeys(), storage.users(), storage.ownSessions(), proof, mail, clock);
  }

  @Produces
  @Singleton
  static ListPasskeys listPasskeys(Storage storage) {
    return new ListPasskeys(storage.passkeys());
  }

  @Produces
  @Singleton
  static RemovePasskey removePasskey(Storage storage, AuthenticatorChange changes, SessionPromotion promotion,
      AuditTrail audit) {
    return new RemovePasskey(storage.passkeys(), changes, promotion, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static StartPasskeyAssertion startPasskeyAssertion(Storage storage, LinkTokens challenges) {
    return new StartPasskeyAssertion(challenges, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static SignInWithPasskey signInWithPasskey(Storage storage, PasskeyCheck check, GuessLimit guesses,
      SessionOpening sessions, AuditTrail audit, InstantSource clock) {
    return new SignInWithPasskey(check, storage.users(), storage.memberships(), guesses, sessions, audit,
        storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ReauthenticateWithPasskey reauthenticateWithPasskey(Storage storage, PasskeyCheck check, GuessLimit guesses,
      SessionPromotion promotion, BreakGlassAlarm alarm, AuditTrail audit, InstantSource clock) {
    return new ReauthenticateWithPasskey(check, guesses, promotion, alarm, audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static PasskeyCheck passkeyCheck(Storage storage, PasskeyCeremonies ceremonies, LinkTokens challenges) {
    return new PasskeyCheck(storage.passkeys(), ceremonies, challenges);
  }
}
