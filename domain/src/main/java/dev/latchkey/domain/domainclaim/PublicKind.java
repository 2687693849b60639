package dev.latchkey.domain.domainclaim;

/** Why a domain is nobody's own. */
public enum PublicKind {
  /** Anybody can register names below it, as below {@code co.uk} or {@code github.io}. */
  PUBLIC_SUFFIX,
  /** Anybody can have an address of it. */
  PUBLIC_MAIL_DOMAIN
}
