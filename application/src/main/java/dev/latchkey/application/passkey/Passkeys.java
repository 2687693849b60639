package dev.latchkey.application.passkey;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import java.util.List;
import java.util.Optional;

/** The passkeys of all people. Joins the running unit of work. */
public interface Passkeys {
  /** A person's passkeys, oldest first. */
  List<Passkey> of(UserId user);

  /**
   * Keeps a new one, atomically: however many come at once, nobody gets more than {@link Passkey#MOST_PER_PERSON}, and
   * no credential is kept twice, for whomever.
   */
  Addition add(Passkey passkey);

  /** The passkey that an authenticator names; others who ask for it wait until this unit of work ended. */
  Optional<Passkey> lock(CredentialId credential);

  /** Stores what using a passkey changed. */
  void save(Passkey passkey);

  /** Removes one of the person's passkeys. @return whether it was theirs and still there */
  boolean remove(UserId user, PasskeyId id);

  /** What came of adding one. */
  enum Addition {
    ADDED, CREDENTIAL_KNOWN, TOO_MANY
  }
}
