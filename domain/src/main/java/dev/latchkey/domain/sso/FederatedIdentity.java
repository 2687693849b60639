package dev.latchkey.domain.sso;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of an organization's identity provider, bound to an account. Never found by e-mail: addresses change hands.
 *
 * @param email what the provider called the person when last seen, for people to recognise it by
 */
public record FederatedIdentity(IdentityId id, OrganizationId organizationId, FederatedSubject subject, UserId userId,
    Optional<EmailAddress> email, Instant linkedAt, Optional<Instant> lastUsedAt) {}
