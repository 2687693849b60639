package dev.latchkey.adapter.persistence.organization;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.JpaUnitOfWork;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Optional;

/** {@link Memberships} in PostgreSQL. */
public final class JpaMemberships implements Memberships {
  private static final String PLACES_OF = "SELECT " + PlaceRow.COLUMNS
      + " FROM membership m JOIN organization o ON o.id = m.organization_id JOIN user_account u ON u.id = m.user_id"
      + " WHERE m.user_id = ?";
  private static final String PLACE = PLACES_OF + " AND m.organization_id = ?";

  private final JpaUnitOfWork unitOfWork;
  private final Sql sql;

  public JpaMemberships(JpaUnitOfWork unitOfWork, Sql sql) {
    this.unitOfWork = unitOfWork;
    this.sql = sql;
  }

  @Override
  public Optional<Membership> find(OrganizationId organization, UserId user) {
    MembershipKey key = new MembershipKey(organization.value(), user.value());
    return unitOfWork.read(entities -> Optional.ofNullable(entities.find(MembershipEntity.class, key)))
        .map(MembershipEntity::toDomain);
  }

  @Override
  public Optional<SignedIn.Place> place(OrganizationId organization, UserId user) {
    return sql.first(PLACE, PlaceRow::read, user.value(), organization.value());
  }

  @Override
  public List<SignedIn.Place> placesOf(UserId user) {
    return sql.all(PLACES_OF, PlaceRow::read, user.value()).stream().sorted(SignedIn.Place.BY_NAME).toList();
  }

  @Override
  public void add(Membership membership) {
    unitOfWork.write(entities -> entities.persist(MembershipEntity.from(membership)));
  }

  @Override
  public void save(Membership membership) {
    MembershipKey key = new MembershipKey(membership.organizationId().value(), membership.userId().value());
    unitOfWork.write(entities -> Optional.ofNullable(entities.find(MembershipEntity.class, key))
        .orElseThrow(() -> new Conflict("The membership is gone")).update(membership));
  }
}
