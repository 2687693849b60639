package dev.latchkey.domain.domainclaim;

/** What is to stand in the DNS to prove a claim. */
public record TxtRecord(String name, String value) {
  /** How every value of ours begins, whosever it is. */
  public static final String MARK = "latchkey-verification=";

  static TxtRecord of(DomainName domain, VerificationToken token) {
    return new TxtRecord("_latchkey." + domain.value(), MARK + token.value());
  }
}
