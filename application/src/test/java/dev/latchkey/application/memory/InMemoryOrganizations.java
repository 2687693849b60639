package dev.latchkey.application.memory;

import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Slug;
import java.util.Optional;

/** {@link Organizations} in memory. */
public final class InMemoryOrganizations implements Organizations {
  private final Table<OrganizationId, Organization> rows;

  public InMemoryOrganizations(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public Optional<Organization> find(OrganizationId id) {
    return rows.find(id);
  }

  @Override
  public Optional<Organization> findBySlug(Slug slug) {
    return rows.findFirst(organization -> organization.slug().equals(slug));
  }

  @Override
  public void add(Organization organization) {
    rows.add(organization.id(), organization, other -> other.slug().equals(organization.slug()));
  }

  @Override
  public void save(Organization organization) {
    rows.replace(organization.id(), stored -> stored.version() == organization.version(),
        new Organization(organization.id(), organization.slug(), organization.name(), organization.requirement(),
            organization.ssoVersion(), organization.createdAt(), organization.version() + 1));
  }
}
