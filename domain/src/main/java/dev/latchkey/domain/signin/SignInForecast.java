package dev.latchkey.domain.signin;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.policy.AccessDecision;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would come of a sign-in that shows all that the person has, and the rules that say so: those by which a real one
 * is judged. It looks at one organization only, as if the person had named it.
 */
public record SignInForecast(Answer answer, List<Reason> chain) {
  /** What would come of it in one word. */
  public enum Answer {
    OPENS, SSO_REQUIRED, MFA_ENROLMENT_REQUIRED, REFUSED
  }

  public SignInForecast {
    chain = List.copyOf(chain);
  }

  /** Of an address with which nobody of this organization signs in. */
  public static SignInForecast ofNobody() {
    return refused(
        List.of(Reason.failed("member-here", "Nobody of this organization signs in with this address.")));
  }

  public static SignInForecast byPassword(User user, SignedIn.Place place, Instant at) {
    return judge(SignInPolicy.byPassword(Optional.of(user), true, List.of(place),
        Optional.of(place.organization().slug())), user, place, new Proof.Password(at));
  }

  public static SignInForecast byMagicLink(User user, SignedIn.Place place, Instant at) {
    return judge(SignInPolicy.byMagicLink(Optional.of(user), Optional.empty(), List.of(place)), user, place,
        new Proof.MagicLink(at));
  }

  /** As if the person took the best of their passkeys: one that verifies its owner is a second factor, too. */
  public static SignInForecast byPasskey(User user, List<Passkey> passkeys, SignedIn.Place place, Instant at) {
    Optional<String> wrong = passkeys.isEmpty() ? Optional.of("This person has none.") : Optional.empty();
    return judge(SignInPolicy.byPasskey(Optional.of(user), wrong, List.of(place)), user, place,
        new Proof.Passkey(at, passkeys.stream().anyMatch(Passkey::userVerified)));
  }

  /**
   * Of somebody whom a provider of the deployment brings in.
   *
   * @param chain the rules that admitted the person
   * @param place with the membership that the person has by then
   */
  public static SignInForecast bySocial(List<Reason> chain, boolean mfaEnrolled, SignedIn.Place place, Instant at) {
    return enter(chain, mfaEnrolled, place, new Proof.Social(at, ""));
  }

  /** Of somebody who is sent to the organization's identity provider instead. */
  public static SignInForecast ssoRequired(List<Reason> chain) {
    return new SignInForecast(Answer.SSO_REQUIRED, chain);
  }

  /** Of somebody whom a provider may not bring in. */
  public static SignInForecast refused(List<Reason> chain) {
    return new SignInForecast(Answer.REFUSED, chain);
  }

  /**
   * Of somebody whom the organization's identity provider brings in.
   *
   * @param chain the rules that admitted the person
   * @param place with the membership that the person has by then
   */
  public static SignInForecast bySso(List<Reason> chain, boolean mfaEnrolled, SignedIn.Place place, Instant at) {
    return enter(chain, mfaEnrolled, place,
        new Proof.Sso(at, place.organization().id(), place.organization().ssoVersion()));
  }

  private static SignInForecast judge(SignInDecision decision, User user, SignedIn.Place place, Proof proof) {
    return switch (decision.verdict()) {
      case REFUSED, TOO_MANY_TRIES -> refused(decision.chain());
      case SSO_REQUIRED -> ssoRequired(decision.chain());
      case SIGNED_IN -> enter(decision.chain(), user.mfaEnrolled(), place, proof);
    };
  }

  private static SignInForecast enter(List<Reason> chain, boolean mfaEnrolled, SignedIn.Place place, Proof proof) {
    Proofs proofs = mfaEnrolled ? Proofs.of(proof, new Proof.Totp(proof.at())) : Proofs.of(proof);
    AccessDecision access = AccessPolicy.decide(place.organization(), place.membership(), proofs, mfaEnrolled);
    List<Reason> all = new ArrayList<>(chain);
    all.addAll(access.chain());
    return new SignInForecast(switch (access.verdict()) {
      case ALLOWED -> Answer.OPENS;
      case SSO_REQUIRED -> Answer.SSO_REQUIRED;
      case MFA_ENROLMENT_REQUIRED -> Answer.MFA_ENROLMENT_REQUIRED;
      case MFA_REQUIRED, OWN_PROOF_REQUIRED, NOT_A_MEMBER -> Answer.REFUSED;
    }, all);
  }
}
