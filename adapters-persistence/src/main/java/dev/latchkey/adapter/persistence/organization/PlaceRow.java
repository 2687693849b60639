package dev.latchkey.adapter.persistence.organization;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.RowVersion;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.SignedIn;
import java.sql.SQLException;

/**
 * An organization {@code o} joined with a membership {@code m} of it and the member's account {@code u}, for statements that
 * read them at once.
 */
public final class PlaceRow {
  public static final String COLUMNS = """
      o.id AS o_id, o.slug AS o_slug, o.name AS o_name, o.auth_required AS o_auth_required,
      o.require_mfa AS o_require_mfa, o.sso_version AS o_sso_version, o.created_at AS o_created_at,
      o.version AS o_version, m.id AS m_id, m.user_id AS m_user_id, m.role AS m_role, m.status AS m_status,
      m.source AS m_source, m.break_glass AS m_break_glass, m.created_at AS m_created_at, m.version AS m_version,
      coalesce(m.last_sign_in_at >= u.first_sign_in_at, false) AS m_entered""";

  private PlaceRow() {}

  public static SignedIn.Place read(Row row) throws SQLException {
    OrganizationId id = new OrganizationId(row.text("o_id"));
    return new SignedIn.Place(
        new Organization(id, new Slug(row.text("o_slug")), new OrganizationName(row.text("o_name")),
            new AuthenticationRequirement(row.constant("o_auth_required", AuthRequired.class),
                row.flag("o_require_mfa")),
            row.number("o_sso_version"), row.instant("o_created_at"), RowVersion.toDomain(row.longNumber("o_version"))),
        new Membership(new MembershipId(row.text("m_id")), id, new UserId(row.text("m_user_id")),
            row.constant("m_role", Role.class), row.constant("m_status", MembershipStatus.class),
            row.constant("m_source", MembershipSource.class), row.flag("m_break_glass"), row.instant("m_created_at"),
            RowVersion.toDomain(row.longNumber("m_version"))),
        row.flag("m_entered"));
  }
}
