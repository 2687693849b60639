package dev.latchkey.adapter.persistence.member;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.member.Members;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MemberProfile;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** {@link Members} in PostgreSQL. */
public final class JdbcMembers implements Members {
  /** As {@link Member#position} has it: in the collation "C", {@code lower} knows plain letters only. */
  private static final String POSITION =
      "(lower(coalesce(m.display_name, u.name) COLLATE \"C\") || chr(10) || m.id)";
  /** One line each, so that what is looked for is never found across two of them. */
  private static final String SEARCHED = """
      lower(CASE WHEN ? THEN coalesce(m.display_name, u.name)
            ELSE concat_ws(chr(10), m.display_name, u.name, u.email COLLATE "default",
                           m.contact_email COLLATE "default") END)""";
  private static final String LIST = MemberRow.SELECT + """
       AND m.status = coalesce(?, m.status) AND m.role = coalesce(?, m.role) AND m.source = coalesce(?, m.source)
      AND strpos(""" + SEARCHED + ", lower(?)) > 0 AND " + POSITION + " > ? ORDER BY " + POSITION + " LIMIT ?";

  private final Sql sql;

  public JdbcMembers(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Member> list(OrganizationId organization, MemberFilter filter, Optional<String> position, int limit) {
    return sql.all(LIST, MemberRow::read, organization.value(), filter.status().orElse(null),
        filter.role().orElse(null), filter.source().orElse(null), filter.namesOnly(), filter.text(),
        position.orElse(""), limit);
  }

  @Override
  public Optional<Member> find(OrganizationId organization, MembershipId id) {
    return sql.first(MemberRow.SELECT + " AND m.id = ?", MemberRow::read, organization.value(), id.value());
  }

  @Override
  public void describe(OrganizationId organization, MembershipId id, MemberProfile profile) {
    sql.change("UPDATE membership SET display_name = ?, contact_email = ? WHERE organization_id = ? AND id = ?",
        profile.displayName().map(PersonName::value).orElse(null),
        profile.contactEmail().map(EmailAddress::value).orElse(null), organization.value(), id.value());
  }

  @Override
  public boolean remove(OrganizationId organization, MembershipId id) {
    return sql.change("DELETE FROM membership WHERE organization_id = ? AND id = ?", organization.value(),
        id.value()) == 1;
  }
}
