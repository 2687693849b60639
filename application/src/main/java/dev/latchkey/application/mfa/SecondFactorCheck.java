package dev.latchkey.application.mfa;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.mfa.TotpAuthenticator;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.Proof;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at a code and uses it up, inside the running unit of work. */
public final class SecondFactorCheck {
  private final TotpAuthenticators authenticators;
  private final TotpCodes codes;
  private final RecoveryCodes recovery;

  public SecondFactorCheck(TotpAuthenticators authenticators, TotpCodes codes, RecoveryCodes recovery) {
    this.authenticators = authenticators;
    this.codes = codes;
    this.recovery = recovery;
  }

  /** @return the proof that the answer gives, if it is right and was not used before */
  public Optional<Proof> prove(UserId user, SecondFactorAnswer answer, Instant now) {
    return switch (answer) {
      case SecondFactorAnswer.Totp totp -> {
        TotpAuthenticator authenticator = authenticators.lock(user);
        Optional<TotpSecret> key = authenticator.active();
        OptionalLong step = key.isPresent() ? codes.matchingStep(key.get(), totp.code(), now) : OptionalLong.empty();
        Optional<TotpAuthenticator> accepted = authenticator.accepting(step);
        accepted.ifPresent(authenticators::save);
        yield accepted.map(it -> new Proof.Totp(now));
      }
      case SecondFactorAnswer.Recovery used ->
        recovery.take(user, used.code().hash(user)) ? Optional.of(new Proof.RecoveryCode(now)) : Optional.empty();
    };
  }
}
