package dev.latchkey.domain.sso;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of an organization's identity provider, bound to an account. Never found by e-mail: addresses change hands.
 *
 * @param seenThrough which connection named the person when last seen
 * @param email what the provider called the person when last seen, for people to recognise it by
 */
public record FederatedIdentity(IdentityId id, OrganizationId organizationId, FederatedSubject subject,
    SeenThrough seenThrough,
    UserId userId, Optional<EmailAddress> email, Instant linkedAt, Optional<Instant> lastUsedAt) {

  /**
   * The same, seen again.
   *
   * @param called what the provider calls the person now, if anything
   */
  public FederatedIdentity seen(SeenThrough through, Optional<EmailAddress> called, Instant now) {
    return new FederatedIdentity(id, organizationId, subject, through, userId, called.or(() -> email), linkedAt,
        Optional.of(now));
  }
}
