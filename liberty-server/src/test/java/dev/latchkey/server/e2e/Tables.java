package dev.latchkey.server.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of servers under test, read and changed from outside, as time or a thief of the database would. */
interface Tables {
  Connection connect() throws SQLException;

  /** @return how many rows it changed */
  default int change(String sql, Object... values) {
    try (Connection connection = connect(); PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of all rows. */
  default List<@Nullable String> texts(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<@Nullable String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The one value that a query gives. */
  default String text(String sql, Object... values) {
    List<@Nullable String> texts = texts(sql, values);
    if (texts.size() != 1) {
      throw new IllegalStateException(texts.size() + " rows: " + sql);
    }
    return String.valueOf(texts.getFirst());
  }

  default long number(String sql, Object... values) {
    return Long.parseLong(text(sql, values));
  }

  /** All rows of all tables, one line each, bytes in hexadecimal. */
  default List<@Nullable String> everything() {
    List<@Nullable String> rows = new ArrayList<>();
    for (String table : texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
      rows.addAll(texts("SELECT '" + table + " ' || t::text FROM \"" + table + "\" t"));
    }
    return rows;
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
