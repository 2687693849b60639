package dev.latchkey.adapter.web.access;

import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.policy.MfaState;
import java.util.Optional;

/** Finds out who a request comes from, by its cookie. */
public final class Callers {
  private final CheckSession checkSession;

  public Callers(CheckSession checkSession) {
    this.checkSession = checkSession;
  }

  /** The session, whatever it still owes. Asks the database, but not without a cookie. */
  public Optional<LiveSession> find(Visit visit) {
    return visit.sessionToken().map(checkSession::check).flatMap(outcome -> switch (outcome) {
      case CheckSession.Outcome.Live live -> Optional.of(live.session());
      case CheckSession.Outcome.None none -> Optional.empty();
    });
  }

  /** The session, unless it still owes its second factor: then it is as good as none. */
  public Optional<LiveSession> findComplete(Visit visit) {
    return find(visit).filter(session -> MfaState.of(session.signedIn()) != MfaState.REQUIRED);
  }

  /** Whether somebody is signed in completely, so that there is no use in showing them how to. */
  public boolean isSignedIn(Visit visit) {
    return findComplete(visit).isPresent();
  }
}
