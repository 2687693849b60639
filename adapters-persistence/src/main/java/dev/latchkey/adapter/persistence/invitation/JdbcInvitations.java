package dev.latchkey.adapter.persistence.invitation;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.invitation.Invitations;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Optional;

/** {@link Invitations} in PostgreSQL. */
public final class JdbcInvitations implements Invitations {
  private static final String OF_ORGANIZATION = "SELECT " + InvitationRow.COLUMNS
      + " FROM invitation i WHERE i.organization_id = ?";

  private final Sql sql;

  public JdbcInvitations(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Invitation> find(OrganizationId organization, InvitationId id) {
    return sql.first(OF_ORGANIZATION + " AND i.id = ?", InvitationRow::read, organization.value(), id.value());
  }

  @Override
  public Optional<Invitation> findByEmail(OrganizationId organization, EmailAddress email) {
    return sql.first(OF_ORGANIZATION + " AND i.email = ?", InvitationRow::read, organization.value(), email.value());
  }

  @Override
  public void add(Invitation invitation) {
    sql.change("""
        INSERT INTO invitation (organization_id, id, email, role, invited_by, secret_id, sent_at, expires_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", invitation.organizationId().value(), invitation.id().value(),
        invitation.email().value(), invitation.role(), invitation.invitedBy().value(), invitation.secret().value(),
        invitation.sentAt(), invitation.expiresAt(), invitation.version());
  }

  @Override
  public void save(Invitation invitation) {
    requireOne(sql.change("""
        UPDATE invitation SET invited_by = ?, secret_id = ?, sent_at = ?, expires_at = ?, version = version + 1
        WHERE organization_id = ? AND id = ? AND version = ?""", invitation.invitedBy().value(),
        invitation.secret().value(), invitation.sentAt(), invitation.expiresAt(),
        invitation.organizationId().value(), invitation.id().value(), invitation.version()));
  }

  @Override
  public void remove(Invitation invitation) {
    requireOne(sql.change("DELETE FROM invitation WHERE organization_id = ? AND id = ? AND version = ?",
        invitation.organizationId().value(), invitation.id().value(), invitation.version()));
  }

  private static void requireOne(int rows) {
    if (rows != 1) {
      throw new Conflict("The invitation was saved or removed in between");
    }
  }
}
