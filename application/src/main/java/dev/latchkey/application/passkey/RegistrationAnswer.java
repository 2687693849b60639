package dev.latchkey.application.passkey;

import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;

/** What an authenticator says when it has made a passkey (WebAuthn Level 3 §5.2.1); nothing of it is checked yet. */
public record RegistrationAnswer(CredentialId credential, Octets clientData, Octets attestation) {}
