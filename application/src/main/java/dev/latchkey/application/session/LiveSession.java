package dev.latchkey.application.session;

import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;

/**
 * A session that holds right now.
 *
 * @param expiresAt when it ends if no further request comes
 */
public record LiveSession(SignedIn signedIn, Instant expiresAt) {}
