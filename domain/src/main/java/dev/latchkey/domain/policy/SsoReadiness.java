package dev.latchkey.domain.policy;

/**
 * What has to be true of an organization before it may demand its own identity provider of everybody.
 *
 * @param domainVerified whether it has proven that a domain is its own
 * @param ssoProven whether an owner has lately signed in through the connection as it is now
 * @param breakGlassReady whether an owner can get in if the identity provider fails
 */
public record SsoReadiness(boolean domainVerified, boolean ssoProven, boolean breakGlassReady) {

  /** Of an organization that has neither domains nor a connection. */
  public static SsoReadiness withoutConnection(boolean breakGlassReady) {
    return new SsoReadiness(false, false, breakGlassReady);
  }
}
