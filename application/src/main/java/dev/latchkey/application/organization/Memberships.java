package dev.latchkey.application.organization;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Optional;

/** Who belongs to which tenant. A changed {@link Membership} is invisible until it is saved. */
public interface Memberships {
  Optional<Membership> find(OrganizationId organization, UserId user);

  /** A membership together with its organization, read in one statement. */
  Optional<SignedIn.Place> place(OrganizationId organization, UserId user);

  /** Every organization of a person whatever the status, by name; the one look across tenants, for its owner only. */
  List<SignedIn.Place> placesOf(UserId user);

  /** Adds a member; within a unit of work, a second one for the same user makes the work run again. */
  void add(Membership membership);

  /** Saves a change; if somebody else saved in between, the unit of work runs again. */
  void save(Membership membership);
}
