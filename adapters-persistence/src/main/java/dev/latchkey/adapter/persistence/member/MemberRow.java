package dev.latchkey.adapter.persistence.member;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.RowVersion;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberProfile;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import java.sql.SQLException;

/** A membership {@code m} joined with its account {@code u}. */
final class MemberRow {
  /** Whether the account has anything by which its person could prove who they are. */
  static final String HAS_CREDENTIAL = "(u.password_hash IS NOT NULL OR u.mfa_enrolled"
      + " OR EXISTS (SELECT FROM passkey WHERE passkey.user_id = u.id)"
      + " OR EXISTS (SELECT FROM federated_identity f WHERE f.user_id = u.id)"
      + " OR EXISTS (SELECT FROM social_identity s WHERE s.user_id = u.id))";
  /** Whether the account has what stands for a second factor: an app, or a passkey that verifies its owner. */
  private static final String HAS_SECOND_FACTOR = "(u.mfa_enrolled"
      + " OR EXISTS (SELECT FROM passkey WHERE passkey.user_id = u.id AND passkey.user_verified))";
  /** As {@link dev.latchkey.domain.sso.SsoConnection#canName} has it. */
  static final String LINKED = """
      EXISTS (SELECT FROM federated_identity f JOIN sso_connection c ON c.organization_id = f.organization_id
              WHERE f.organization_id = m.organization_id AND f.user_id = u.id
                AND (f.seen_provider = 'AZURE') = (c.provider = 'AZURE')
                AND c.issuer_url IN (f.issuer, f.seen_issuer))""";
  static final String FROM_ORGANIZATION =
      " FROM membership m JOIN user_account u ON u.id = m.user_id WHERE m.organization_id = ?";
  static final String SELECT = """
      SELECT m.organization_id, m.user_id, m.id, m.role, m.status, m.source, m.break_glass, m.created_at, m.version,
             m.display_name, m.contact_email, m.last_sign_in_at, u.email, u.name,\s"""
      + HAS_SECOND_FACTOR + " AS mfa_enrolled, " + HAS_CREDENTIAL + " AS has_credential, " + LINKED + " AS linked"
      + FROM_ORGANIZATION;

  private MemberRow() {}

  static Member read(Row row) throws SQLException {
    Membership membership = new Membership(new MembershipId(row.text("id")),
        new OrganizationId(row.text("organization_id")), new UserId(row.text("user_id")),
        row.constant("role", Role.class), row.constant("status", MembershipStatus.class),
        row.constant("source", MembershipSource.class), row.flag("break_glass"), row.instant("created_at"),
        RowVersion.toDomain(row.longNumber("version")));
    MemberProfile profile = new MemberProfile(row.optionalText("display_name").map(PersonName::new),
        row.optionalText("contact_email").map(EmailAddress::new));
    return new Member(membership, new EmailAddress(row.text("email")), new PersonName(row.text("name")), profile,
        row.flag("mfa_enrolled"), row.flag("has_credential"), row.flag("linked"),
        row.optionalInstant("last_sign_in_at"));
  }
}
