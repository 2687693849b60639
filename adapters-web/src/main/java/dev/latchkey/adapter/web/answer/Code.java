package dev.latchkey.adapter.web.answer;

/** The stable words by which programs tell answers apart, each with its status. They are part of the contract. */
public enum Code {
  OK(200),
  /** The body breaks the form that the route takes, or one of its values a rule; {@code errors} says where. */
  VALIDATION_FAILED(400),
  /** The code is wrong, used, expired or tried too often: deliberately one answer. */
  CODE_INVALID(400),
  /** What is wrong lies in the request line or its headers. */
  BAD_REQUEST(400),
  /** What came back from an identity provider belongs to nothing that was begun here; {@code errors} names the fault. */
  SSO_INTERRUPTED(400),
  /** What an identity provider says about a person is not believed; {@code errors} names the fault. */
  SSO_NOT_BELIEVED(401),
  /** Whom an identity provider names does not come in; {@code errors} names the fault. */
  SSO_NOT_ADMITTED(403),
  /** Not signed in, or not any more. */
  UNAUTHENTICATED(401),
  /** Unknown address, wrong password or no access any more: deliberately one answer. */
  INVALID_CREDENTIALS(401),
  /** What was shown so far is too old for this; {@code data.redirect} leads to where it is shown again. */
  REAUTHENTICATION_REQUIRED(403),
  /** The second factor is enrolled and has not been shown. */
  MFA_REQUIRED(403),
  /** The organization demands a second factor and none is enrolled. */
  MFA_ENROLMENT_REQUIRED(403),
  /** The organization demands its own identity provider; {@code data.redirect} leads there. */
  SSO_REQUIRED(403),
  /** Signed in and not allowed, or closed in this deployment. */
  FORBIDDEN(403),
  /** Sent by a page of another site, or by a browser that doesn't say by whose. */
  CROSS_SITE(403),
  /** Not there, or somebody else's. */
  NOT_FOUND(404), METHOD_NOT_ALLOWED(405), NOT_ACCEPTABLE(406),
  /** Against the present state, such as a name that is taken. */
  CONFLICT(409),
  /** The organization would be left without an owner who is able to sign in. */
  LAST_OWNER(409),
  /** Nothing else would lead into the account. */
  LAST_WAY_IN(409),
  /** The domain isn't verified; or none is, and single sign-on can't be demanded therefore. */
  DOMAIN_NOT_VERIFIED(409),
  /** Another organization has the domain verified. */
  DOMAIN_TAKEN(409),
  /** Single sign-on can't be demanded: nobody has signed in through the connection lately. */
  SSO_NOT_PROVEN(409),
  /** Single sign-on can't be demanded: nobody would get in if the identity provider failed. */
  NO_BREAK_GLASS(409),
  /** Single sign-on is the only way in, so what it stands on can't be changed or taken away now. */
  SSO_ENFORCED(409),
  /** The organization demands single sign-on, and nobody else would get in if its identity provider failed. */
  LAST_BREAK_GLASS(409),
  /** There are as many break-glass owners as there may be. */
  BREAK_GLASS_LIMIT(409),
  /** Opened in another browser than the one that asked; sent again with {@code confirm} it is done. */
  CONFIRM_REQUIRED(409), TOO_LARGE(413), UNSUPPORTED_MEDIA_TYPE(415),
  /** Anybody can register names below this domain. */
  PUBLIC_SUFFIX(422),
  /** Anybody can have an address of this domain. */
  PUBLIC_MAIL_DOMAIN(422),
  /** A URL that may not be used, such as one that leads into our own network. */
  URL_REFUSED(422),
  /** {@code Retry-After} says when to try again. */
  TOO_MANY_REQUESTS(429),
  /** Our mistake; the request id leads to the log. */
  INTERNAL_ERROR(500),
  /** An organization's identity provider doesn't do its part; {@code errors} names the fault. */
  SSO_PROVIDER_FAILED(502),
  /** A part is down or busy; {@code Retry-After} says when to try again. */
  UNAVAILABLE(503);

  private final int status;

  Code(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
