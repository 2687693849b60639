package dev.latchkey.adapter.persistence.rotation;

import dev.latchkey.adapter.persistence.vault.RowIdentity;
import java.util.Collections;
import java.util.List;

/**
 * A column of sealed values, each bound to its row.
 *
 * @param key the columns of the primary key, which say to which one
 */
record SealedColumn(String table, String column, List<String> key) {
  private static final String BETWEEN = "+";

  /** All that there are; a test compares them with the schema. */
  static final List<SealedColumn> ALL = List.of(
      new SealedColumn("one_time_secret", "sealed_hash", "id"),
      new SealedColumn("one_time_secret", "sealed_facts", "id"),
      new SealedColumn("mail_outbox", "sealed_content", "id"),
      new SealedColumn("trial_mail", "sealed_content", "id"),
      new SealedColumn("totp_authenticator", "sealed_active", "user_id"),
      new SealedColumn("totp_authenticator", "sealed_offered", "user_id"),
      new SealedColumn("sso_connection", "sealed_secret", "organization_id"),
      new SealedColumn("provider_session", "sealed_id_token", "organization_id", "session_id"),
      new SealedColumn("provider_session", "sealed_refresh_token", "organization_id", "session_id"));

  SealedColumn {
    key = List.copyOf(key);
  }

  private SealedColumn(String table, String column, String... key) {
    this(table, column, List.of(key));
  }

  /** @param row the values of the key */
  RowIdentity place(List<String> row) {
    return new RowIdentity(table, column, String.join(BETWEEN, row));
  }

  /** Before every row. */
  List<String> beginning() {
    return Collections.nCopies(key.size(), "");
  }

  /** Counts the values that begin in one of some ways. */
  String count() {
    return "SELECT count(*) FROM " + table + " WHERE " + begins();
  }

  /** Reads the next of them along the primary key, after the values of it that are given; the value comes last. */
  String next() {
    String columns = String.join(", ", key);
    return "SELECT " + columns + ", " + column + " FROM " + table + " WHERE " + begins() + " AND (" + columns + ") > ("
        + String.join(", ", Collections.nCopies(key.size(), "?")) + ") ORDER BY " + columns + " LIMIT ?";
  }

  /** Replaces one, unless somebody else did so meanwhile. */
  String replace() {
    return "UPDATE " + table + " SET " + column + " = ? WHERE " + String.join(" = ? AND ", key) + " = ? AND " + column
        + " = ?";
  }

  private String begins() {
    return "encode(substring(" + column + " FROM 1 FOR 5), 'hex') = ANY (?)";
  }
}
