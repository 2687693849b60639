package dev.latchkey.domain.organization;

/** Which methods of signing in an organization accepts. */
public enum AuthRequired {
  /** Every method. */
  ANY,
  /** Every method, and a second factor before anything of the organization opens. */
  MFA,
  /** Only the organization's own identity provider, break-glass owners excepted. */
  SSO
}
