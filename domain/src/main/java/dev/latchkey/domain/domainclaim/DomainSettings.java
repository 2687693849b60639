package dev.latchkey.domain.domainclaim;

/**
 * What follows from an address of a verified domain.
 *
 * @param ssoRedirect whether the sign-in page leads such addresses to the organization's identity provider
 */
public record DomainSettings(AutoJoin autoJoin, boolean ssoRedirect) {
  /** Of a domain that was just verified: nobody comes in by themselves. */
  public static final DomainSettings INITIAL = new DomainSettings(AutoJoin.OFF, true);
}
