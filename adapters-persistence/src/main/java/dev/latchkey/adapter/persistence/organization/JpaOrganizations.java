package dev.latchkey.adapter.persistence.organization;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.JpaUnitOfWork;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Slug;
import java.util.Optional;

/** {@link Organizations} in PostgreSQL. */
public final class JpaOrganizations implements Organizations {
  private final JpaUnitOfWork unitOfWork;

  public JpaOrganizations(JpaUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Optional<Organization> find(OrganizationId id) {
    return unitOfWork.read(entities -> Optional.ofNullable(entities.find(OrganizationEntity.class, id.value())))
        .map(OrganizationEntity::toDomain);
  }

  @Override
  public Optional<Organization> findBySlug(Slug slug) {
    return unitOfWork.read(entities -> entities
        .createQuery("select o from OrganizationEntity o where o.slug = :slug", OrganizationEntity.class)
        .setParameter("slug", slug.value()).getResultStream().findFirst()).map(OrganizationEntity::toDomain);
  }

  @Override
  public void add(Organization organization) {
    unitOfWork.write(entities -> entities.persist(OrganizationEntity.from(organization)));
  }

  @Override
  public void save(Organization organization) {
    unitOfWork.write(entities -> Optional
        .ofNullable(entities.find(OrganizationEntity.class, organization.id().value()))
        .orElseThrow(() -> new Conflict("The organization is gone")).update(organization));
  }
}
