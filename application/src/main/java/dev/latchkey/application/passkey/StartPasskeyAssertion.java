package dev.latchkey.application.passkey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import java.util.Map;

/** Gives whoever asks a challenge for a passkey to sign. It is for nobody in particular: the passkey says who it is. */
public final class StartPasskeyAssertion {
  private final LinkTokens challenges;
  private final UnitOfWork unitOfWork;

  public StartPasskeyAssertion(LinkTokens challenges, UnitOfWork unitOfWork) {
    this.challenges = challenges;
    this.unitOfWork = unitOfWork;
  }

  public LinkToken start() {
    return unitOfWork.run(() -> challenges.issue(Purpose.PASSKEY_ASSERTION, Map.of()).token());
  }
}
