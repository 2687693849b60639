package dev.latchkey.adapter.persistence.organization;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.RowVersion;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The row of an {@link Organization}. */
@Entity
@Table(name = "organization")
class OrganizationEntity {
  @Id
  private String id;
  private String slug;
  private String name;
  @Enumerated(EnumType.STRING)
  @Column(name = "auth_required")
  private AuthRequired authRequired;
  @Column(name = "require_mfa")
  private boolean requireMfa;
  @Column(name = "sso_version")
  private int ssoVersion;
  @Column(name = "created_at")
  private Instant createdAt;
  @Version
  private long version;

  /** For JPA, which fills the fields afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected OrganizationEntity() {}

  private OrganizationEntity(Organization organization) {
    id = organization.id().value();
    slug = organization.slug().value();
    name = organization.name().value();
    authRequired = organization.requirement().authRequired();
    requireMfa = organization.requirement().requireMfa();
    ssoVersion = organization.ssoVersion();
    createdAt = organization.createdAt().truncatedTo(ChronoUnit.MICROS);
  }

  static OrganizationEntity from(Organization organization) {
    return new OrganizationEntity(organization);
  }

  /** @throws Conflict if the row was saved since the organization was read */
  void update(Organization organization) {
    if (RowVersion.toDomain(version) != organization.version()) {
      throw new Conflict("The organization was saved in between");
    }
    slug = organization.slug().value();
    name = organization.name().value();
    authRequired = organization.requirement().authRequired();
    requireMfa = organization.requirement().requireMfa();
    ssoVersion = organization.ssoVersion();
  }

  Organization toDomain() {
    return new Organization(new OrganizationId(id), new Slug(slug), new OrganizationName(name),
        new AuthenticationRequirement(authRequired, requireMfa), ssoVersion, createdAt, RowVersion.toDomain(version));
  }
}
