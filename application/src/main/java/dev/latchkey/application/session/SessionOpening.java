package dev.latchkey.application.session;

import dev.latchkey.application.Ids;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The last step that all ways of signing in share: a new session under a new token. */
public final class SessionOpening {
  private final Sessions sessions;
  private final Memberships memberships;
  private final KnownBrowsers browsers;
  private final SessionRules rules;
  private final Ids ids;
  private final RandomGenerator random;

  public SessionOpening(Sessions sessions, Memberships memberships, KnownBrowsers browsers, SessionRules rules,
      Ids ids, RandomGenerator random) {
    this.sessions = sessions;
    this.memberships = memberships;
    this.browsers = browsers;
    this.rules = rules;
    this.ids = ids;
    this.random = random;
  }

  /**
   * Opens a session inside the running unit of work; a session that the browser had before is not continued.
   *
   * @param browser the browser's lasting cookie, remembered as one in which this person signed in
   */
  public Opened open(User user, Proof proof, BearerToken browser, Origin origin, Instant now) {
    Session session = new Session(new SessionId(ids.next()), user.id(), Proofs.of(proof), now, now, origin.device(),
        origin.address());
    BearerToken token = BearerToken.random(random);
    sessions.open(session, token.hash());
    browsers.remember(user.id(), browser.hash(), now);
    SignedIn signedIn = new SignedIn(session,
        new SignedIn.Person(user.id(), user.email(), user.name(), user.locale(), user.mfaEnrolled()),
        memberships.placesOf(user.id()));
    return new Opened(token, new LiveSession(signedIn, signedIn.expiresAt(rules)));
  }

  /** @param token for the cookie; it is not stored and can't be read again */
  public record Opened(BearerToken token, LiveSession session) {}
}
