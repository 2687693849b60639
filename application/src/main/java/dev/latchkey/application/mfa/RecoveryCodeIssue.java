package dev.latchkey.application.mfa;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mfa.RecoveryCode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes a fresh set of recovery codes, inside the running unit of work. */
public final class RecoveryCodeIssue {
  private final RecoveryCodes codes;
  private final RandomGenerator random;

  public RecoveryCodeIssue(RecoveryCodes codes, RandomGenerator random) {
    this.codes = codes;
    this.random = random;
  }

  /** @return the codes, to be shown once; only their hashes are kept */
  public List<RecoveryCode> issue(UserId user) {
    List<RecoveryCode> fresh = Stream.generate(() -> RecoveryCode.random(random)).limit(RecoveryCode.PER_PERSON)
        .toList();
    codes.replace(user, fresh.stream().map(code -> code.hash(user)).toList());
    return fresh;
  }
}
