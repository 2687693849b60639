package dev.latchkey.domain.onetime;

import java.time.Duration;

/** What a one-time secret is good for; for nothing else is it accepted. */
public enum Purpose {
  /** Proves the address of a sign-up. */
  SIGN_UP(Duration.ofMinutes(15), 5),
  /** Allows a new password for a forgotten one. */
  PASSWORD_RESET(Duration.ofMinutes(15), 5),
  /** Proves the address that an account is to move to. */
  EMAIL_CHANGE(Duration.ofMinutes(15), 5),
  /** Confirms who somebody is who is signed in already. */
  REAUTHENTICATION(Duration.ofMinutes(15), 5),
  /** Signs its reader in. */
  MAGIC_LINK(Duration.ofMinutes(15), 5),
  /** Is signed by a passkey while it is being registered. */
  PASSKEY_REGISTRATION(Duration.ofMinutes(5), 5),
  /** Is signed by a passkey that signs in or proves its owner again. */
  PASSKEY_ASSERTION(Duration.ofMinutes(5), 5),
  /** Lets a person who was added by hand choose a password. */
  SETUP_LINK(Duration.ofMinutes(15), 5),
  /** Proves the address of somebody who is being set up. */
  SETUP_CODE(Duration.ofMinutes(15), 5),
  /** Asks its reader into an organization. */
  INVITATION(Duration.ofDays(7), 5),
  /** Comes back with whoever was sent to an identity provider: the {@code state} of RFC 6749 §4.1.1. */
  SSO_STATE(Duration.ofMinutes(10), 5),
  /** The same for whoever was sent to a provider of the whole deployment. */
  SOCIAL_STATE(Duration.ofMinutes(10), 5);

  private final Duration lifetime;
  private final int tries;

  Purpose(Duration lifetime, int tries) {
    this.lifetime = lifetime;
    this.tries = tries;
  }

  public Duration lifetime() {
    return lifetime;
  }

  /** How many wrong answers void the secret. */
  public int tries() {
    return tries;
  }
}
