package dev.latchkey.domain.signin;

/** A way of signing in, as people choose one. */
public enum SignInMethod {
  PASSWORD, MAGIC_LINK, PASSKEY, SOCIAL, SSO
}
