package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.SignedIn;
import java.util.random.RandomGenerator;

/** Offers a key for an authenticator app. Nothing changes until a code made with it comes back. */
public final class StartTotp {
  private final TotpAuthenticators authenticators;
  private final UnitOfWork unitOfWork;
  private final AccountProof proof;
  private final RandomGenerator random;

  public StartTotp(TotpAuthenticators authenticators, UnitOfWork unitOfWork, AccountProof proof,
      RandomGenerator random) {
    this.authenticators = authenticators;
    this.unitOfWork = unitOfWork;
    this.proof = proof;
    this.random = random;
  }

  public Outcome start(SignedIn signedIn) {
    if (!proof.isFresh(signedIn)) {
      return new Outcome.ProofTooOld();
    }
    return unitOfWork.run(() -> {
      TotpSecret secret = TotpSecret.random(random);
      authenticators.save(authenticators.lock(signedIn.person().id()).offering(secret));
      return new Outcome.Offered(secret);
    });
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Offered(TotpSecret secret) implements Outcome {}

    record ProofTooOld() implements Outcome {}
  }
}
