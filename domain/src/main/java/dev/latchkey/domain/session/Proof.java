package dev.latchkey.domain.session;

import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;

/** One thing that a session has shown, and when: an authenticator in the sense of NIST SP 800-63B. */
public sealed interface Proof {
  Instant at();

  /** Whether it can stand for a second factor. */
  default boolean isSecondFactor() {
    return false;
  }

  record Password(Instant at) implements Proof {}

  record MagicLink(Instant at) implements Proof {}

  /** A code that was sent to the account's own address. */
  record EmailCode(Instant at) implements Proof {}

  /** A passkey; with user verification it is two factors in one (NIST SP 800-63B §3.1.7). */
  record Passkey(Instant at, boolean userVerified) implements Proof {
    @Override
    public boolean isSecondFactor() {
      return userVerified;
    }
  }

  /**
   * A sign-in at a provider of the deployment. It opens what a password opens, but is not the person's own: whoever gets
   * hold of the account there must not change the account here.
   *
   * @param provider as it stands in addresses, such as {@code google}
   */
  record Social(Instant at, String provider) implements Proof {}

  /** A sign-in at an organization's identity provider; it opens that organization and no other. */
  record Sso(Instant at, OrganizationId organizationId, int connectionVersion) implements Proof {
    /** Whether the organization's identity provider vouched, through the connection as it is now. */
    public boolean isOf(Organization organization) {
      return organizationId.equals(organization.id()) && connectionVersion == organization.ssoVersion();
    }
  }

  record Totp(Instant at) implements Proof {
    @Override
    public boolean isSecondFactor() {
      return true;
    }
  }

  record RecoveryCode(Instant at) implements Proof {
    @Override
    public boolean isSecondFactor() {
      return true;
    }
  }
}
