package dev.latchkey.application.authenticator;

/**
 * How an authenticator answers: honestly, or not.
 *
 * @param origin of the page that the browser says it was on
 * @param domain for which the passkey says it is
 * @param present whether somebody touched it
 * @param verified whether it made sure that this was its owner
 * @param count what its counter says
 * @param attestation in which format it tells what it is
 */
public record Manner(String origin, String domain, boolean present, boolean verified, long count,
    String attestation) {

  public static Manner honest(String origin, String domain) {
    return new Manner(origin, domain, true, true, 1, "none");
  }

  public Manner at(String otherOrigin) {
    return new Manner(otherOrigin, domain, present, verified, count, attestation);
  }

  public Manner forDomain(String otherDomain) {
    return new Manner(origin, otherDomain, present, verified, count, attestation);
  }

  public Manner untouched() {
    return new Manner(origin, domain, false, verified, count, attestation);
  }

  public Manner unverified() {
    return new Manner(origin, domain, present, false, count, attestation);
  }

  public Manner counting(long said) {
    return new Manner(origin, domain, present, verified, said, attestation);
  }

  public Manner attesting(String format) {
    return new Manner(origin, domain, present, verified, count, format);
  }
}
