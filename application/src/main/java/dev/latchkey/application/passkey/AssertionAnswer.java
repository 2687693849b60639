package dev.latchkey.application.passkey;

import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import java.util.Optional;

/**
 * What an authenticator says when a passkey has signed (WebAuthn Level 3 §5.2.2); nothing of it is checked yet.
 *
 * @param userHandle whose passkey the authenticator takes it for, if it says so
 */
public record AssertionAnswer(CredentialId credential, Octets clientData, Octets authenticatorData, Octets signature,
    Optional<Octets> userHandle) {}
