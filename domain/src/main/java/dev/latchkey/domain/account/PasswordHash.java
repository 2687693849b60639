package dev.latchkey.domain.account;

import dev.latchkey.domain.InvalidValue;

/** A password as it is stored: algorithm, cost, salt and derived key in one string (PHC string format). */
public record PasswordHash(String encoded) {
  public PasswordHash {
    if (!encoded.startsWith("$")) {
      throw new InvalidValue("passwordHash", "MALFORMED", "A stored password names its algorithm.");
    }
  }

  /** Keeps the derived key out of logs. */
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
