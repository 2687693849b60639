package dev.latchkey.adapter.persistence.rotation;

import dev.latchkey.adapter.persistence.vault.RowIdentity;
import java.util.List;

/**
 * A column of sealed values, each bound to its row.
 *
 * @param id the column that says to which one, or an expression of several
 */
record SealedColumn(String table, String column, String id) {
  /** All that there are; a test compares them with the schema. */
  static final List<SealedColumn> ALL = List.of(
      new SealedColumn("one_time_secret", "sealed_hash", "id"),
      new SealedColumn("one_time_secret", "sealed_facts", "id"),
      new SealedColumn("mail_outbox", "sealed_content", "id"),
      new SealedColumn("trial_mail", "sealed_content", "id"),
      new SealedColumn("totp_authenticator", "sealed_active", "user_id"),
      new SealedColumn("totp_authenticator", "sealed_offered", "user_id"),
      new SealedColumn("sso_connection", "sealed_secret", "organization_id"),
      new SealedColumn("provider_session", "sealed_id_token", "(organization_id || '+' || session_id)"),
      new SealedColumn("provider_session", "sealed_refresh_token", "(organization_id || '+' || session_id)"));

  RowIdentity place(String row) {
    return new RowIdentity(table, column, row);
  }

  /** Counts the values that begin in one of some ways. */
  String count() {
    return "SELECT count(*) FROM " + table + " WHERE " + begins();
  }

  /** Reads the next of them in the order of the ids. */
  String next() {
    return "SELECT " + id + ", " + column + " FROM " + table + " WHERE " + begins() + " AND " + id + " > ? ORDER BY "
        + id + " LIMIT ?";
  }

  /** Replaces one, unless somebody else did so meanwhile. */
  String replace() {
    return "UPDATE " + table + " SET " + column + " = ? WHERE " + id + " = ? AND " + column + " = ?";
  }

  private String begins() {
    return "encode(substring(" + column + " FROM 1 FOR 5), 'hex') = ANY (?)";
  }
}
