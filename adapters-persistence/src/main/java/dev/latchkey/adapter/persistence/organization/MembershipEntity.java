package dev.latchkey.adapter.persistence.organization;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.RowVersion;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The row of a {@link Membership}. */
@Entity
@Table(name = "membership")
@IdClass(MembershipKey.class)
class MembershipEntity {
  @Id
  @Column(name = "organization_id")
  private String organizationId;
  @Id
  @Column(name = "user_id")
  private String userId;
  private String id;
  @Enumerated(EnumType.STRING)
  private Role role;
  @Enumerated(EnumType.STRING)
  private MembershipStatus status;
  @Enumerated(EnumType.STRING)
  private MembershipSource source;
  @Column(name = "break_glass")
  private boolean breakGlass;
  @Column(name = "created_at")
  private Instant createdAt;
  @Version
  private long version;

  /** For JPA, which fills the fields afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected MembershipEntity() {}

  private MembershipEntity(Membership membership) {
    organizationId = membership.organizationId().value();
    userId = membership.userId().value();
    id = membership.id().value();
    role = membership.role();
    status = membership.status();
    source = membership.source();
    breakGlass = membership.breakGlass();
    createdAt = membership.createdAt().truncatedTo(ChronoUnit.MICROS);
  }

  static MembershipEntity from(Membership membership) {
    return new MembershipEntity(membership);
  }

  /** @throws Conflict if the row was saved since the membership was read */
  void update(Membership membership) {
    if (RowVersion.toDomain(version) != membership.version()) {
      throw new Conflict("The membership was saved in between");
    }
    role = membership.role();
    status = membership.status();
    source = membership.source();
    breakGlass = membership.breakGlass();
  }

  Membership toDomain() {
    return new Membership(new MembershipId(id), new OrganizationId(organizationId), new UserId(userId), role, status,
        source, breakGlass, createdAt,
        RowVersion.toDomain(version));
  }
}
