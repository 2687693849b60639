package dev.latchkey.application.invitation;

import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** The invitations of a tenant as its admins look through them. */
public interface SentInvitations {
  /**
   * A part of them, newest first.
   *
   * @param after the id of the last one of the part before
   */
  List<Sent> of(OrganizationId organization, Optional<String> after, int limit);

  /** @param inviter what whoever answers for it is called now */
  record Sent(Invitation invitation, PersonName inviter) {}
}
