package dev.latchkey.application.session;

import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The last step that all ways of signing in share: a new session under a new token. */
public final class SessionOpening {
  private final Sessions sessions;
  private final LastSignIns lastSignIns;
  private final KnownBrowsers browsers;
  private final ForeignWords words;
  private final SessionRules rules;
  private final AuditTrail audit;
  private final Ids ids;
  private final RandomGenerator random;

  public SessionOpening(Sessions sessions, LastSignIns lastSignIns, KnownBrowsers browsers, ForeignWords words,
      SessionRules rules, AuditTrail audit, Ids ids, RandomGenerator random) {
    this.sessions = sessions;
    this.lastSignIns = lastSignIns;
    this.browsers = browsers;
    this.words = words;
    this.rules = rules;
    this.audit = audit;
    this.ids = ids;
    this.random = random;
  }

  /**
   * Opens a session inside the running unit of work for somebody who has shown to own the account, and remembers the
   * browser as one in which this person signed in. Of whatever identity providers said before the owner first came,
   * nothing is left. A session that the browser had before ends, whoever's it was: nobody could sign it out any more.
   *
   * @param places all organizations of the person
   * @param proof what was just shown; the session begins with it
   */
  public Opened open(User user, List<SignedIn.Place> places, Proof proof, Browser browser, Origin origin) {
    return open(user, places, proof, proof.at(), browser, origin);
  }

  /** The same for a proof that may be older than the session: somebody else was shown it, and vouches for it. */
  public Opened open(User user, List<SignedIn.Place> places, Proof proof, Instant now, Browser browser,
      Origin origin) {
    if (lastSignIns.note(user.id(), now)) {
      words.giveWay(user.id(), proof instanceof Proof.Sso sso ? Optional.of(sso.organizationId()) : Optional.empty());
    }
    browsers.remember(user.id(), browser.hash(), now);
    return begin(user, places, proof, now, browser, origin);
  }

  /**
   * Opens a session on the word of an organization whose the account's address is not. It is a sign-in to that organization
   * alone: the account gets no owner by it, and the browser earns no trust.
   */
  public Opened openVouched(User user, List<SignedIn.Place> places, Proof.Sso proof, Instant now, Browser browser,
      Origin origin) {
    lastSignIns.noteVouched(user.id(), proof.organizationId(), now);
    return begin(user, places, proof, now, browser, origin);
  }

  private Opened begin(User user, List<SignedIn.Place> places, Proof proof, Instant now, Browser browser,
      Origin origin) {
    Session session = new Session(new SessionId(ids.next()), user.id(), Proofs.of(proof), now, now, origin.device(),
        origin.address());
    browser.session().flatMap(before -> sessions.find(before.hash()))
        .ifPresent(before -> end(before.session(), session.id(), origin));
    BearerToken token = BearerToken.random(random);
    sessions.open(session, token.hash());
    SignedIn signedIn = new SignedIn(session, SignedIn.Person.of(user), places);
    return new Opened(token, new LiveSession(signedIn, signedIn.expiresAt(rules)));
  }

  private void end(Session before, SessionId successor, Origin origin) {
    if (sessions.end(before.id())) {
      audit.append(AuditTrail.Entry.success(AuditAction.SESSION_ENDED, origin).by(before.userId())
          .with(Map.of("session", before.id().value(), "replacedBy", successor.value())));
    }
  }

  /** @param token for the cookie; it is not stored and can't be read again */
  public record Opened(BearerToken token, LiveSession session) {}
}
