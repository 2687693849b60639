package dev.latchkey.adapter.persistence.invitation;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import java.sql.SQLException;

/** An invitation {@code i} as statements read it. */
final class InvitationRow {
  static final String COLUMNS =
      "i.organization_id, i.id, i.email, i.role, i.invited_by, i.secret_id, i.sent_at, i.expires_at, i.version";

  private InvitationRow() {}

  static Invitation read(Row row) throws SQLException {
    return new Invitation(new InvitationId(row.text("id")), new OrganizationId(row.text("organization_id")),
        new EmailAddress(row.text("email")), row.constant("role", Role.class), new UserId(row.text("invited_by")),
        new SecretId(row.text("secret_id")), row.instant("sent_at"), row.instant("expires_at"),
        row.longNumber("version"));
  }
}
