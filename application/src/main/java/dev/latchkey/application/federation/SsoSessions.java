package dev.latchkey.application.federation;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** In which session a sign-in at an identity provider counts, inside the running unit of work. */
public final class SsoSessions {
  private final Sessions sessions;
  private final SessionOpening opening;
  private final SessionPromotion promotion;
  private final Memberships memberships;
  private final SessionRules rules;

  public SsoSessions(Sessions sessions, SessionOpening opening, SessionPromotion promotion, Memberships memberships,
      SessionRules rules) {
    this.sessions = sessions;
    this.opening = opening;
    this.promotion = promotion;
    this.memberships = memberships;
    this.rules = rules;
  }

  /** The session that the browser has right now. */
  public Optional<SignedIn> of(Browser browser, Instant now) {
    return browser.session().flatMap(token -> sessions.find(token.hash()))
        .filter(signedIn -> now.isBefore(signedIn.expiresAt(rules)));
  }

  /** The same person's session goes on with what it has shown so far; anybody else's gives way to a new one. */
  public Entered enter(User user, Proof proof, Browser browser, Origin origin) {
    List<SignedIn.Place> places = memberships.placesOf(user.id());
    Optional<SignedIn> own = of(browser, proof.at()).filter(it -> it.person().id().equals(user.id()));
    return own.<Entered>map(it -> new Entered.Promoted(
        promotion.add(new SignedIn(it.session(), it.person(), places), proof)))
        .orElseGet(() -> new Entered.Opened(opening.open(user, places, proof, browser, origin)));
  }

  /** The session that somebody has now. */
  public sealed interface Entered {
    record Opened(SessionOpening.Opened session) implements Entered {}

    record Promoted(SessionPromotion.Promoted session) implements Entered {}

    default SignedIn signedIn() {
      return switch (this) {
        case Opened opened -> opened.session().session().signedIn();
        case Promoted promoted -> promoted.session().signedIn();
      };
    }
  }
}
