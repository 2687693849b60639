package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.SignedIn;

/**
 * Shows again the key that waits for its first code, so that a mistyped code doesn't cost scanning anew. Only to go on
 * with an enrolment: one that begins gets a new key, which nobody can have seen before.
 */
public final class ReadTotpOffer {
  private final TotpAuthenticators authenticators;
  private final UnitOfWork unitOfWork;
  private final AccountProof proof;

  public ReadTotpOffer(TotpAuthenticators authenticators, UnitOfWork unitOfWork, AccountProof proof) {
    this.authenticators = authenticators;
    this.unitOfWork = unitOfWork;
    this.proof = proof;
  }

  public Outcome read(SignedIn signedIn) {
    if (!proof.isFresh(signedIn)) {
      return new Outcome.ProofTooOld();
    }
    return unitOfWork.run(() -> authenticators.lock(signedIn.person().id()).offered().<Outcome>map(Outcome.Offered::new)
        .orElseGet(Outcome.NothingOffered::new));
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Offered(TotpSecret secret) implements Outcome {}

    record NothingOffered() implements Outcome {}

    record ProofTooOld() implements Outcome {}
  }
}
