package dev.latchkey.application.passkey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Optional;

/** Gives an authenticator the challenge with which it makes a passkey. Nothing changes until its answer comes back. */
public final class StartPasskeyRegistration {
  private final Passkeys passkeys;
  private final LinkTokens challenges;
  private final AuthenticatorChange changes;
  private final UnitOfWork unitOfWork;

  public StartPasskeyRegistration(Passkeys passkeys, LinkTokens challenges, AuthenticatorChange changes,
      UnitOfWork unitOfWork) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.changes = changes;
    this.unitOfWork = unitOfWork;
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
      List<CredentialId> there = passkeys.of(signedIn.person().id()).stream().map(Passkey::credential).toList();
      return there.size() >= Passkey.MOST_PER_PERSON
          ? new Outcome.TooMany()
          : new Outcome.Offered(challenges.issue(Purpose.PASSKEY_REGISTRATION, ChallengeFacts.of(signedIn)).token(),
              there);
    });
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param there the credentials that the authenticator must not hold yet */
    record Offered(LinkToken challenge, List<CredentialId> there) implements Outcome {
      public Offered {
        there = List.copyOf(there);
      }
    }

    record TooMany() implements Outcome {}

    record ProofTooOld() implements Outcome {}

    /** A second factor is demanded, and the person has a passkey that stands for one: it has to be shown first. */
    record PasskeyOwed() implements Outcome {}
  }
}
