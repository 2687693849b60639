package dev.latchkey.application.session;

import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.util.Optional;

/** What sessions have shown, where something of it turns out to be true no more. */
public interface ShownProofs {
  /** A session, which nobody else changes until the running unit of work ends; absent once it ended. */
  Optional<Session> lock(SessionId id);

  /** Takes proofs away from a session, which goes on under the same token. */
  void keepOnly(SessionId id, Proofs rest);
}
