package dev.latchkey.application.passkey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;

/** Gives an authenticator the challenge with which it makes a passkey. Nothing changes until its answer comes back. */
public final class StartPasskeyRegistration {
  private final Passkeys passkeys;
  private final LinkTokens challenges;
  private final UnitOfWork unitOfWork;
  private final AccountProof proof;

  public StartPasskeyRegistration(Passkeys passkeys, LinkTokens challenges, UnitOfWork unitOfWork,
      AccountProof proof) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.unitOfWork = unitOfWork;
    this.proof = proof;
  }

  public Outcome start(SignedIn signedIn) {
    if (!proof.isFresh(signedIn)) {
      return new Outcome.ProofTooOld();
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
  }
}
