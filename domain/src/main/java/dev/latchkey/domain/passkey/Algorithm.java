package dev.latchkey.domain.passkey;

/** With what a passkey may sign, the most welcome first: all asymmetric, none of them weak (RFC 9053 §2, RFC 8812 §2). */
public enum Algorithm {
  ES256(-7), EDDSA(-8), RS256(-257);

  private final int cose;

  Algorithm(int cose) {
    this.cose = cose;
  }

  /** The number in the registry of COSE algorithms. */
  public int cose() {
    return cose;
  }
}
