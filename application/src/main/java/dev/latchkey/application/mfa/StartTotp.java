package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.SignedIn;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Offers a key for an authenticator app. Nothing changes until a code made with it comes back. */
public final class StartTotp {
  private final TotpAuthenticators authenticators;
  private final AuthenticatorChange changes;
  private final UnitOfWork unitOfWork;
  private final RandomGenerator random;

  public StartTotp(TotpAuthenticators authenticators, AuthenticatorChange changes, UnitOfWork unitOfWork,
      RandomGenerator random) {
    this.authenticators = authenticators;
    this.changes = changes;
    this.unitOfWork = unitOfWork;
    this.random = random;
  }

  public Outcome start(SignedIn signedIn) {
    Optional<AuthenticatorChange.Obstacle> obstacle = changes.obstacle(signedIn);
    if (obstacle.isPresent()) {
      return switch (obstacle.get()) {
        case PROOF_TOO_OLD -> new Outcome.ProofTooOld();
        case PASSKEY_OWED -> new Outcome.PasskeyOwed();
      };
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

    /** A second factor is demanded, and the person has a passkey that stands for one: it has to be shown first. */
    record PasskeyOwed() implements Outcome {}
  }
}
