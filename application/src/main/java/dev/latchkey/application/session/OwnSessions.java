package dev.latchkey.application.session;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/** The sessions of one person, wherever they signed in. */
public interface OwnSessions {
  /** Newest first; those that a limit has ended may still be among them. */
  List<Session> of(UserId user);

  /** Ends one of the person's sessions. @return whether it was theirs and still there */
  boolean end(UserId user, SessionId id);

  /** Ends all sessions of a person but one, if given. @return how many that were */
  int endAll(UserId user, Optional<SessionId> except);
}
