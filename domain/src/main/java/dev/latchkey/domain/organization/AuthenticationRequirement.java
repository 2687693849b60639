package dev.latchkey.domain.organization;

/**
 * An organization's policy for session sign-ins.
 *
 * @param requireMfa asks for a second factor whatever {@code authRequired} says
 */
public record AuthenticationRequirement(AuthRequired authRequired, boolean requireMfa) {
  public static final AuthenticationRequirement NONE = new AuthenticationRequirement(AuthRequired.ANY, false);
  public static final AuthenticationRequirement SSO = new AuthenticationRequirement(AuthRequired.SSO, false);

  public boolean demandsMfa() {
    return requireMfa || authRequired == AuthRequired.MFA;
  }

  public boolean demandsSso() {
    return authRequired == AuthRequired.SSO;
  }
}
