package dev.latchkey.application.session;

import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All sessions, on every node at once. A token is never stored, only its hash. */
public interface Sessions {
  void open(Session session, TokenHash token);

  /** The session of a token with its person and their organizations, read in one statement; absent once it ended. */
  Optional<SignedIn> find(TokenHash token);

  /**
   * Changes what a session has shown, inside the running unit of work and from what is stored at that moment: nobody else
   * changes it in between. It goes on under a new token, the one before is worth nothing any more.
   *
   * @return what it has shown now; absent if it ended, and then nothing is changed
   */
  Optional<Proofs> promote(SessionId id, UnaryOperator<Proofs> change, TokenHash newToken);

  /** Notes that a session was seen, unless that was noted less than {@link Session#SEEN_PRECISION} before, or later. */
  void seen(SessionId id, Instant at);

  /** Ends a session for good, on every node at once. @return whether it was still there */
  boolean end(SessionId id);
}
