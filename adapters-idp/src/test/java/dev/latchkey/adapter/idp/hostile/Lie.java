package dev.latchkey.adapter.idp.hostile;

/** What the provider can be told to do wrong. */
public enum Lie {
  // How the ID token is signed.
  UNSIGNED, SIGNED_WITH_CLIENT_SECRET, SIGNED_WITH_PUBLIC_KEY_AS_SECRET, SIGNATURE_BROKEN, FOREIGN_KEY,
  /** A key of its own making, shown in the token's header: whole, by URL, or as a certificate's. */
  FOREIGN_KEY_IN_HEADER, FOREIGN_KEY_BY_JKU, FOREIGN_KEY_BY_X5U, UNKNOWN_KEY_ID, UNSIGNED_INSIDE_ENCRYPTED, NOT_A_TOKEN,
  /** By something whose name is very long and holds control characters. */
  ALGORITHM_UNSPEAKABLE,
  /** Of another kind, which the same keys sign: a logout token. */
  TYPE_OTHER,

  // What it says.
  ISSUER_OTHER, ISSUER_MISSING, AUDIENCE_OTHER, AUDIENCE_MISSING, AUDIENCE_SHARED, AUTHORIZED_PARTY_OTHER, //
  EXPIRED, EXPIRY_MISSING, ISSUED_LATER, SIGNED_IN_LATER, ISSUED_AT_MISSING, NOT_YET_VALID, //
  NONCE_OTHER, NONCE_MISSING, SUBJECT_MISSING, SUBJECT_EMPTY, SUBJECT_NO_STRING, SUBJECT_UNSPEAKABLE, //
  ACCESS_TOKEN_HASH_OTHER,

  // When the person signed in: a login that was asked for did not take place, or nobody can tell.
  SIGNED_IN_LONG_AGO, SIGNED_IN_MISSING,

  // What it answers besides.
  ID_TOKEN_MISSING, ACCESS_TOKEN_WITH_LINE_BREAK, USERINFO_OF_ANOTHER, USERINFO_WITHOUT_SUBJECT, //
  RESPONSE_ISSUER_OTHER, RESPONSE_ISSUER_MISSING, DISCOVERY_OF_ANOTHER_ISSUER
}
