package dev.latchkey.domain.sso;

/** Everything that can be wrong between us, a browser and an identity provider. The names are stable and documented. */
public enum SsoFault {
  // What came back does not belong to anything that was begun here.
  /** No such {@code state}, or not any more: used, expired, made up. */
  STATE_INVALID(Kind.REQUEST), //
  /** Begun in another browser. */
  BROWSER_DIFFERS(Kind.REQUEST), //
  /** Came back at another address than the one that was agreed. */
  CALLBACK_DIFFERS(Kind.REQUEST), //
  /** The connection was changed or deleted in between. */
  CONNECTION_CHANGED(Kind.REQUEST), //
  /** A page of another site led here, and somebody else is signed in. */
  SIGNED_IN_AS_ANOTHER(Kind.REQUEST), //
  /** {@code iss} names another provider, or is missing though promised (RFC 9207 §2.4). */
  RESPONSE_ISSUER_DIFFERS(Kind.REQUEST), //
  /** Neither a code nor an error. */
  CODE_MISSING(Kind.REQUEST), //
  /** The provider answered with an error of its own, such as {@code access_denied}. */
  REFUSED_BY_PROVIDER(Kind.PERSON), //

  // What the provider says about the person is not believed.
  TOKEN_MALFORMED(Kind.TOKEN), TOKEN_ALGORITHM(Kind.TOKEN), TOKEN_SIGNATURE(Kind.TOKEN), //
  TOKEN_ISSUER(Kind.TOKEN), TOKEN_AUDIENCE(Kind.TOKEN), TOKEN_EXPIRED(Kind.TOKEN), TOKEN_TIME(Kind.TOKEN), //
  TOKEN_NONCE(Kind.TOKEN), TOKEN_SUBJECT(Kind.TOKEN), TOKEN_TENANT(Kind.TOKEN), USERINFO_DIFFERS(Kind.TOKEN), //
  /** The person was to sign in there once more, and the provider does not show that they did. */
  NOT_SIGNED_IN_ANEW(Kind.TOKEN), //

  // The person is known now, but does not come in.
  /** Nobody is linked to it, and nothing allows linking or creating. */
  NOT_LINKED(Kind.PERSON), //
  EMAIL_MISSING(Kind.PERSON), EMAIL_NOT_VERIFIED(Kind.PERSON), //
  /** The address's domain belongs to another organization, or is not among those allowed. */
  DOMAIN_NOT_ALLOWED(Kind.PERSON), //
  MEMBER_REMOVED(Kind.PERSON), MEMBER_DEACTIVATED(Kind.PERSON), MEMBER_PENDING(Kind.PERSON), //
  /** The identity belongs to another account already. */
  LINKED_TO_ANOTHER(Kind.PERSON), //
  /** Somebody uses an account with this address, to which the identity is not linked. */
  ACCOUNT_EXISTS(Kind.PERSON), //
  /** Nobody has an account with this address, and strangers can't sign up in this deployment. */
  SIGN_UP_CLOSED(Kind.PERSON), //

  // The provider does not do its part.
  UNREACHABLE(Kind.PROVIDER), ADDRESS_REFUSED(Kind.PROVIDER), TIMEOUT(Kind.PROVIDER), TLS(Kind.PROVIDER), //
  REDIRECTED(Kind.PROVIDER), TOO_LARGE(Kind.PROVIDER), STATUS(Kind.PROVIDER), NOT_JSON(Kind.PROVIDER), //
  ISSUER_DIFFERS(Kind.PROVIDER), ENDPOINT_MISSING(Kind.PROVIDER), NO_PKCE(Kind.PROVIDER), //
  NO_ALGORITHM(Kind.PROVIDER), NO_KEYS(Kind.PROVIDER), NO_CODE_FLOW(Kind.PROVIDER), //
  /** The client id or its secret is not accepted. */
  CLIENT_REFUSED(Kind.PROVIDER), //
  /** It was not even asked: the stored client secret can't be read. */
  SECRET_UNREADABLE(Kind.PROVIDER), //
  /** The code, though just issued, is not accepted. */
  CODE_REFUSED(Kind.PROVIDER);

  /** Whose turn it is to put it right, and with which status it is answered. */
  public enum Kind {
    /** 400: begin anew. */
    REQUEST,
    /** 401: the provider's word is not believed. */
    TOKEN,
    /** 403: the person is not admitted. */
    PERSON,
    /** 502: the provider fails. */
    PROVIDER
  }

  private final Kind kind;

  SsoFault(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
