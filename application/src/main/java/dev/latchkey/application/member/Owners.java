package dev.latchkey.application.member;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.OwnerAccess;
import java.time.Instant;
import java.util.List;

/** Keeps an organization from losing its last owner, also when two requests at once would each leave the other's. */
public interface Owners {
  /**
   * Lets nobody else change members of this organization until the running unit of work ends. What is read afterwards
   * is what the one before has left.
   */
  void hold(OrganizationId organization);

  /** Its active owners, each with what leads in, in no order to rely on. */
  List<OwnerAccess> active(OrganizationId organization, Instant now);

  /** Its break-glass owners, deactivated ones too, each with what they could get in with; in no order to rely on. */
  List<BreakGlassOwner> breakGlass(OrganizationId organization);
}
