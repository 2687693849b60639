package dev.latchkey.application.session;

import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Changes what a session has shown, inside the running unit of work; it goes on under a new token. What counts is what is
 * stored by now, not what the request found when it began: a proof that was taken away meanwhile stays away.
 *
 * <p>Each verb throws {@link SessionOver} if the session ended meanwhile.
 */
public final class SessionPromotion {
  private final Sessions sessions;
  private final RandomGenerator random;

  public SessionPromotion(Sessions sessions, RandomGenerator random) {
    this.sessions = sessions;
    this.random = random;
  }

  /**
   * Adds a proof. One of the same kind that is older gives way, so that a session doesn't grow with every step; a passkey
   * that was shown with its owner verified stays beside one that was shown without, and a sign-in at one organization's
   * identity provider beside one at another's.
   */
  public Promoted add(SignedIn signedIn, Proof proof) {
    return change(signedIn, stored -> {
      List<Proof> all = without(stored, old -> isOfTheSameKind(old, proof));
      all.add(proof);
      return new Proofs(all);
    });
  }

  private static boolean isOfTheSameKind(Proof old, Proof proof) {
    return old.getClass().equals(proof.getClass()) && old.isSecondFactor() == proof.isSecondFactor()
        && !(old instanceof Proof.Sso one && proof instanceof Proof.Sso other
            && !one.organizationId().equals(other.organizationId()));
  }

  /** Takes proofs away that are worth nothing any more. */
  public Promoted drop(SignedIn signedIn, Set<Class<? extends Proof>> kinds) {
    return change(signedIn, stored -> new Proofs(without(stored, proof -> kinds.contains(proof.getClass()))));
  }

  /** Lets what was shown of passkeys stand for one factor only, as nothing is left that could show two. */
  public Promoted weakenPasskeys(SignedIn signedIn) {
    return change(signedIn, stored -> new Proofs(stored.all().stream()
        .map(proof -> proof instanceof Proof.Passkey passkey ? new Proof.Passkey(passkey.at(), false) : proof)
        .toList()));
  }

  /** Changes nothing but the token. */
  public Promoted goOn(SignedIn signedIn) {
    return change(signedIn, stored -> stored);
  }

  private static List<Proof> without(Proofs proofs, Predicate<Proof> unwanted) {
    List<Proof> all = new ArrayList<>(proofs.all());
    all.removeIf(unwanted);
    return all;
  }

  private Promoted change(SignedIn signedIn, UnaryOperator<Proofs> change) {
    BearerToken token = BearerToken.random(random);
    Proofs now = sessions.promote(signedIn.session().id(), change, token.hash()).orElseThrow(SessionOver::new);
    return new Promoted(token, signedIn.showing(now));
  }

  /** @param token for the cookie, in place of the one before */
  public record Promoted(BearerToken token, SignedIn signedIn) {}
}
