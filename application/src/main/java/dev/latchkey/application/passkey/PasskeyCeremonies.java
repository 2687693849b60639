package dev.latchkey.application.passkey;

import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import java.util.Optional;

/**
 * Checks what authenticators answer, by the rules of WebAuthn Level 3 §7. Knows by which origin people reach us, keeps
 * nothing, and leaves the signature counter to the domain.
 */
public interface PasskeyCeremonies {
  /** The challenge that an answer says it is for; empty if it is none of ours. It proves nothing yet. */
  Optional<LinkToken> challengeOf(Octets clientData);

  Registration register(LinkToken challenge, RegistrationAnswer answer);

  /** @param passkey the one that the answer names */
  Assertion verify(LinkToken challenge, Passkey passkey, AssertionAnswer answer);

  /** What came of looking at a new passkey. */
  sealed interface Registration {
    /** @param userVerified whether the authenticator made sure that it is its owner, by PIN or finger for example */
    record Believed(CredentialId credential, Octets publicKey, long signatureCount, boolean userVerified)
        implements
          Registration {}

    /** @param reason for the audit */
    record Refused(String reason) implements Registration {}
  }

  /** What came of looking at a signature. */
  sealed interface Assertion {
    record Believed(long signatureCount, boolean userVerified) implements Assertion {}

    /** @param reason for the audit */
    record Refused(String reason) implements Assertion {}
  }
}
