package dev.latchkey.application.organization;

import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Slug;
import java.util.Optional;

/** All tenants. A changed {@link Organization} is invisible until it is saved. */
public interface Organizations {
  Optional<Organization> find(OrganizationId id);

  Optional<Organization> findBySlug(Slug slug);

  /** Adds a tenant; within a unit of work, a second one with the same slug makes the work run again. */
  void add(Organization organization);

  /** Saves a change; if somebody else saved in between, the unit of work runs again. */
  void save(Organization organization);
}
