package dev.latchkey.domain.sso;

/** To which address of ours the identity provider sends people back. */
public enum CallbackMode {
  /** One for all organizations; who it is about follows from {@code state}. */
  SHARED,
  /** The organization's own, so that no other one's provider can slip an answer in (RFC 9700 §4.4.2.2). */
  DEDICATED
}
