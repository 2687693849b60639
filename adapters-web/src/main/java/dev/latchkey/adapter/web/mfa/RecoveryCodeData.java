package dev.latchkey.adapter.web.mfa;

import dev.latchkey.domain.mfa.RecoveryCode;
import java.util.List;

/** Recovery codes, in the one answer that ever shows them. */
record RecoveryCodeData(List<String> recoveryCodes) {
  static RecoveryCodeData of(List<RecoveryCode> codes) {
    return new RecoveryCodeData(codes.stream().map(RecoveryCode::value).toList());
  }

  /** Keeps the codes out of logs. */
  @Override
  public String toString() {
    return "RecoveryCodeData[hidden]";
  }
}
