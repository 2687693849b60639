package dev.latchkey.application.member;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;

/** Whom an organization has removed. No rule brings them back by itself; inviting them anew does. */
public interface Removals {
  /** Remembers a removal; of several the latest. */
  void remember(OrganizationId organization, UserId user, Instant at);

  boolean isRemembered(OrganizationId organization, UserId user);

  /** Forgets a removal, if there was one. */
  void forget(OrganizationId organization, UserId user);
}
