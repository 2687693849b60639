package dev.latchkey.domain.social;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of a provider, bound to an account; no organization has a part in it. Never found by e-mail: addresses change
 * hands.
 *
 * @param email what the provider called the person when last seen, for people to recognise it by
 */
public record SocialIdentity(IdentityId id, SocialProvider provider, FederatedSubject subject, UserId userId,
    Optional<EmailAddress> email, Instant linkedAt, Optional<Instant> lastUsedAt) {

  /** The identity after it was used once more. */
  public SocialIdentity usedAt(Instant now, Optional<EmailAddress> presentEmail) {
    return new SocialIdentity(id, provider, subject, userId, presentEmail.or(() -> email), linkedAt, Optional.of(now));
  }
}
