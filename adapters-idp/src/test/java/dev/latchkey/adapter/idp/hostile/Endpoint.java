package dev.latchkey.adapter.idp.hostile;

/** Where the provider can be called. */
public enum Endpoint {
  DISCOVERY("/.well-known/openid-configuration"), AUTHORIZE("/authorize"), TOKEN("/token"), KEYS("/keys"), USERINFO(
      "/userinfo"), SIGN_OUT("/sign-out"),
  /** Keys that nobody should ask for. */
  FOREIGN_KEYS("/foreign-keys");

  final String path;

  Endpoint(String path) {
    this.path = path;
  }

  /** Below the issuer. */
  public String path() {
    return path;
  }
}
