package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.organization.OrganizationSummary;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Who is signed in, by what, and where that leads: the data of {@code /me} and of every way of signing in. */
public record SignedInData(UserData user, SessionData session, List<OrganizationSummary> organizations) {

  public static SignedInData of(LiveSession live) {
    SignedIn signedIn = live.signedIn();
    return new SignedInData(UserData.of(signedIn.person()), SessionData.of(live), OrganizationSummary.of(signedIn));
  }

  /** The person. */
  record UserData(String id, String email, String name, String locale) {
    static UserData of(SignedIn.Person person) {
      return new UserData(person.id().value(), person.email().value(), person.name().value(),
          person.locale().toLanguageTag());
    }
  }

  /**
   * The session.
   *
   * @param expiresAt when it ends if no further request comes
   * @param mfa {@code none}, {@code required} (enrolled, not shown yet), {@code enrol} (demanded, not enrolled) or
   *     {@code done}
   */
  record SessionData(String id, Instant createdAt, Instant expiresAt, String mfa, List<ProofData> proofs) {
    static SessionData of(LiveSession live) {
      var session = live.signedIn().session();
      return new SessionData(session.id().value(), session.createdAt(), live.expiresAt(),
          MfaState.of(live.signedIn()).name().toLowerCase(Locale.ROOT),
          session.proofs().all().stream().map(ProofData::of).toList());
    }
  }

  /** One thing that the session has shown. */
  record ProofData(String type, Instant at) {
    static ProofData of(Proof proof) {
      String type = switch (proof) {
        case Proof.Password password -> "password";
        case Proof.MagicLink link -> "magic-link";
        case Proof.EmailCode code -> "email-code";
        case Proof.Passkey passkey -> "passkey";
        case Proof.Social social -> "social";
        case Proof.Sso sso -> "sso";
        case Proof.Totp totp -> "totp";
        case Proof.RecoveryCode recovery -> "recovery-code";
      };
      return new ProofData(type, proof.at());
    }
  }
}
