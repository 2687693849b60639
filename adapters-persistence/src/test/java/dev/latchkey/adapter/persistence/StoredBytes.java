package dev.latchkey.adapter.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a thief of the database sees: the values of all columns, bytes as they are and everything else as text. */
final class StoredBytes {
  private StoredBytes() {}

  static List<byte[]> of(TestDatabase database, String table) throws SQLException {
    return ofColumn(database, table, "*");
  }

  static List<byte[]> ofColumn(TestDatabase database, String table, String column) throws SQLException {
    List<byte[]> values = new ArrayList<>();
    try (Connection connection = database.pool().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + column + " FROM " + table)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        for (int i = 1; i <= columns; i++) {
          Object value = row.getObject(i);
          if (value instanceof byte[] bytes) {
            values.add(bytes);
          } else if (value != null) {
            values.add(value.toString().getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
    return values;
  }
}
