package dev.latchkey.application.session;

import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Adds a proof to a session inside the running unit of work; the session goes on under a new token. */
public final class SessionPromotion {
  private final Sessions sessions;
  private final RandomGenerator random;

  public SessionPromotion(Sessions sessions, RandomGenerator random) {
    this.sessions = sessions;
    this.random = random;
  }

  /**
   * A proof of the same kind that is older gives way, so that a session doesn't grow with every step; a passkey that was
   * shown with its owner verified stays beside one that was shown without.
   */
  public Promoted add(SignedIn signedIn, Proof proof) {
    List<Proof> all = new ArrayList<>(signedIn.session().proofs().all());
    all.removeIf(old -> old.getClass().equals(proof.getClass())
        && old.isSecondFactor() == proof.isSecondFactor());
    all.add(proof);
    BearerToken token = BearerToken.random(random);
    Proofs proofs = new Proofs(all);
    sessions.promote(signedIn.session().id(), proofs, token.hash());
    return new Promoted(token, signedIn.showing(proofs));
  }

  /** @param token for the cookie, in place of the one before */
  public record Promoted(BearerToken token, SignedIn signedIn) {}
}
