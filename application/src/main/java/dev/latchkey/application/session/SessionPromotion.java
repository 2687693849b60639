package dev.latchkey.application.session;

import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Changes what a session has shown, inside the running unit of work; it goes on under a new token. */
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
    List<Proof> all = without(signedIn, old -> isOfTheSameKind(old, proof));
    all.add(proof);
    return goOn(signedIn, new Proofs(all));
  }

  private static boolean isOfTheSameKind(Proof old, Proof proof) {
    return old.getClass().equals(proof.getClass()) && old.isSecondFactor() == proof.isSecondFactor()
        && !(old instanceof Proof.Sso one && proof instanceof Proof.Sso other
            && !one.organizationId().equals(other.organizationId()));
  }

  /** Takes proofs away that are worth nothing any more. */
  public Promoted drop(SignedIn signedIn, Set<Class<? extends Proof>> kinds) {
    return goOn(signedIn, new Proofs(without(signedIn, proof -> kinds.contains(proof.getClass()))));
  }

  /** Lets what was shown of passkeys stand for one factor only, as nothing is left that could show two. */
  public Promoted weakenPasskeys(SignedIn signedIn) {
    return goOn(signedIn, new Proofs(signedIn.session().proofs().all().stream()
        .map(proof -> proof instanceof Proof.Passkey passkey ? new Proof.Passkey(passkey.at(), false) : proof)
        .toList()));
  }

  /** Changes nothing but the token. */
  public Promoted goOn(SignedIn signedIn) {
    return goOn(signedIn, signedIn.session().proofs());
  }

  private static List<Proof> without(SignedIn signedIn, Predicate<Proof> unwanted) {
    List<Proof> all = new ArrayList<>(signedIn.session().proofs().all());
    all.removeIf(unwanted);
    return all;
  }

  private Promoted goOn(SignedIn signedIn, Proofs proofs) {
    BearerToken token = BearerToken.random(random);
    sessions.promote(signedIn.session().id(), proofs, token.hash());
    return new Promoted(token, signedIn.showing(proofs));
  }

  /** @param token for the cookie, in place of the one before */
  public record Promoted(BearerToken token, SignedIn signedIn) {}
}
