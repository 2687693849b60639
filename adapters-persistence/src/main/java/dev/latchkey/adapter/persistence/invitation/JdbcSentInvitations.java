package dev.latchkey.adapter.persistence.invitation;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.invitation.SentInvitations;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** {@link SentInvitations} in PostgreSQL. */
public final class JdbcSentInvitations implements SentInvitations {
  /** Behind every id, so that the first part is asked for like any other. */
  private static final String BEFORE_THE_NEWEST = "~";

  private final Sql sql;

  public JdbcSentInvitations(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Sent> of(OrganizationId organization, Optional<String> after, int limit) {
    return sql.all("SELECT " + InvitationRow.COLUMNS + """
        , u.name AS inviter FROM invitation i JOIN user_account u ON u.id = i.invited_by
        WHERE i.organization_id = ? AND i.id < ? ORDER BY i.id DESC LIMIT ?""",
        row -> new Sent(InvitationRow.read(row), new PersonName(row.text("inviter"))), organization.value(),
        after.orElse(BEFORE_THE_NEWEST), limit);
  }
}
