package dev.latchkey.domain.signin;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.policy.AccessDecision;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.policy.SsoStanding;
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
    return new SignInForecast(Answer.REFUSED,
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

  /** @param passkeys whether the person has any */
  public static SignInForecast byPasskey(User user, boolean passkeys, SignedIn.Place place, Instant at) {
    Optional<String> wrong = passkeys ? Optional.empty() : Optional.of("This person has none.");
    return judge(SignInPolicy.byPasskey(Optional.of(user), wrong, List.of(place)), user, place,
        new Proof.Passkey(at, true));
  }

  /**
   * @param obstacle why no provider of the deployment would lead into the account, in words for the admin; empty if one
   *        does
   */
  public static SignInForecast bySocial(User user, Optional<String> obstacle, SignedIn.Place place, Instant at) {
    List<Reason> chain = new ArrayList<>();
    chain.add(obstacle.map(why -> Reason.failed("identity-linked", why))
        .orElseGet(() -> Reason.passed("identity-linked", "")));
    if (obstacle.isPresent()) {
      return new SignInForecast(Answer.REFUSED, chain);
    }
    SignInDecision decision = SignInPolicy.bySocial(user, List.of(place));
    chain.addAll(decision.chain());
    return judge(new SignInDecision(decision.verdict(), decision.user(), decision.ssoOrganization(), chain), user,
        place,
        new Proof.Social(at, ""));
  }

  /** @param standing how far the person has come with the organization's identity provider */
  public static SignInForecast bySso(User user, SsoStanding standing, SignedIn.Place place, Instant at) {
    List<Reason> admitted = switch (standing) {
      case LINKED -> List.of(Reason.passed("identity-linked", ""));
      case AT_FIRST_SIGN_IN -> List.of(Reason.skipped("identity-linked", "It will be by this sign-in."),
          Reason.passed("domain-verified-here", ""));
      case NONE -> List.of(Reason.failed("identity-linked",
          "The account is not linked, and nothing lets the identity provider's word open it."));
    };
    return standing == SsoStanding.NONE
        ? new SignInForecast(Answer.REFUSED, admitted)
        : enter(admitted, user, place,
            new Proof.Sso(at, place.organization().id(), place.organization().ssoVersion()));
  }

  private static SignInForecast judge(SignInDecision decision, User user, SignedIn.Place place, Proof proof) {
    return switch (decision.verdict()) {
      case REFUSED, TOO_MANY_TRIES -> new SignInForecast(Answer.REFUSED, decision.chain());
      case SSO_REQUIRED -> new SignInForecast(Answer.SSO_REQUIRED, decision.chain());
      case SIGNED_IN -> enter(decision.chain(), user, place, proof);
    };
  }

  private static SignInForecast enter(List<Reason> chain, User user, SignedIn.Place place, Proof proof) {
    Proofs proofs = user.mfaEnrolled() ? Proofs.of(proof, new Proof.Totp(proof.at())) : Proofs.of(proof);
    AccessDecision access =
        AccessPolicy.decide(place.organization(), place.membership(), proofs, user.mfaEnrolled());
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
