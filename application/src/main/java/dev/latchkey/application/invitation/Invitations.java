package dev.latchkey.application.invitation;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Optional;

/** Who is asked into which tenant and has not come yet. A changed {@link Invitation} is invisible until it is saved. */
public interface Invitations {
  Optional<Invitation> find(OrganizationId organization, InvitationId id);

  /** The one invitation that an address can have, expired or not. */
  Optional<Invitation> findByEmail(OrganizationId organization, EmailAddress email);

  /** Adds an invitation; within a unit of work, a second one for the same address makes the work run again. */
  void add(Invitation invitation);

  /** Saves a change; if somebody else saved or removed it in between, the unit of work runs again. */
  void save(Invitation invitation);

  /** Removes it; if somebody else saved or removed it in between, the unit of work runs again. */
  void remove(Invitation invitation);
}
