package dev.latchkey.application.onetime;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.util.List;

/**
 * Tells what an open challenge is for, where codes of several purposes are entered at one place. It doesn't tell whose
 * it is: that is for the use case of the purpose to judge, which refuses strangers like wrong codes.
 */
public final class RecognizeChallenge {
  /** Codes of any other purpose are entered elsewhere, so their challenges are as good as absent here. */
  private static final List<Purpose> ENTERED_HERE = List.of(Purpose.SIGN_UP, Purpose.EMAIL_CHANGE, Purpose.SETUP_CODE);

  private final CodeChallenges challenges;
  private final UnitOfWork unitOfWork;

  public RecognizeChallenge(CodeChallenges challenges, UnitOfWork unitOfWork) {
    this.challenges = challenges;
    this.unitOfWork = unitOfWork;
  }

  public Outcome recognize(SecretId challenge) {
    return unitOfWork.run(() -> ENTERED_HERE.stream()
        .filter(purpose -> challenges.find(purpose, challenge).isPresent()).findFirst()
        .<Outcome>map(Outcome.Open::new).orElseGet(Outcome.Closed::new));
  }

  /** What the challenge is. */
  public sealed interface Outcome {
    record Open(Purpose purpose) implements Outcome {}

    /** Finished, expired, used up, never there, or answered elsewhere. */
    record Closed() implements Outcome {}
  }
}
