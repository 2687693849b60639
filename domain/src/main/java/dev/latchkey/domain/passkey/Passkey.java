package dev.latchkey.domain.passkey;

import dev.latchkey.domain.account.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key pair whose private half never leaves a person's authenticator. It exists from its registration until its owner
 * removes it.
 *
 * @param credential how the authenticator names it
 * @param publicKey its public half, a COSE_Key (RFC 9052 §7)
 * @param userVerified whether its authenticator has ever verified its owner; if it can, it is two factors in one (NIST SP
 *        800-63B §3.1.7)
 * @param signatureCount the authenticator's counter when it was last seen; many always say 0
 */
public record Passkey(PasskeyId id, UserId user, CredentialId credential, Octets publicKey,
    boolean userVerified, long signatureCount, PasskeyName name, Instant createdAt, Optional<Instant> lastUsedAt) {
  /** More of them than anybody needs, and few enough to be listed at once. */
  public static final int MOST_PER_PERSON = 10;

  /**
   * The passkey after it signed. A counter that doesn't go up tells of a copy (WebAuthn Level 3 §6.1.1); one that is
   * always 0 tells nothing.
   *
   * @return nothing if the signature may be that of a copy
   */
  public Optional<Passkey> used(long count, boolean verified, Instant at) {
    boolean counting = count != 0 || signatureCount != 0;
    return counting && count <= signatureCount
        ? Optional.empty()
        : Optional.of(new Passkey(id, user, credential, publicKey, userVerified || verified, count, name, createdAt,
            Optional.of(at)));
  }
}
