package dev.latchkey.adapter.persistence.rotation;

import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/**
 * Seals anew, with the primary key, what other keys of the ring have sealed. It may be done while nodes are at work, be
 * broken off, and be done again: a value is replaced only as it was read, each in a transaction of its own.
 */
public final class Resealing {
  private static final int BATCH = 500;

  private final DataSource database;
  private final SecretVault vault;
  private final String[] prefixes;

  public Resealing(DataSource database, KeyRing keyRing) {
    this.database = database;
    this.vault = new SecretVault(keyRing);
    this.prefixes = keyRing.prefixesOfOthers().stream().map(HexFormat.of()::formatHex).toArray(String[]::new);
  }

  /** How many values other keys than the primary one have sealed. */
  public long left() throws SQLException {
    long left = 0;
    try (Connection connection = database.getConnection()) {
      for (SealedColumn column : SealedColumn.ALL) {
        try (PreparedStatement count = connection.prepareStatement(column.count())) {
          count.setArray(1, prefixes(connection));
          try (ResultSet row = count.executeQuery()) {
            row.next();
            left += row.getLong(1);
          }
        }
      }
    }
    return left;
  }

  public Result run() throws SQLException {
    Result result = new Result(0, 0);
    try (Connection connection = database.getConnection()) {
      for (SealedColumn column : SealedColumn.ALL) {
        result = result.and(run(connection, column));
      }
    }
    return result;
  }

  private Result run(Connection connection, SealedColumn column) throws SQLException {
    Result result = new Result(0, 0);
    List<Value> batch = read(connection, column, column.beginning());
    while (!batch.isEmpty()) {
      for (Value value : batch) {
        result = result.and(reseal(connection, column, value));
      }
      batch = read(connection, column, batch.getLast().row());
    }
    return result;
  }

  private Result reseal(Connection connection, SealedColumn column, Value value) throws SQLException {
    byte[] secret;
    try {
      secret = vault.open(column.place(value.row()), value.sealed());
    } catch (SecretVault.Unreadable e) {
      return new Result(0, 1);
    }
    try (PreparedStatement replace = connection.prepareStatement(column.replace())) {
      replace.setBytes(1, vault.seal(column.place(value.row()), secret));
      int next = set(replace, 2, value.row());
      replace.setBytes(next, value.sealed());
      return new Result(replace.executeUpdate(), 0);
    }
  }

  private List<Value> read(Connection connection, SealedColumn column, List<String> after) throws SQLException {
    try (PreparedStatement next = connection.prepareStatement(column.next())) {
      next.setArray(1, prefixes(connection));
      next.setInt(set(next, 2, after), BATCH);
      try (ResultSet row = next.executeQuery()) {
        List<Value> values = new ArrayList<>();
        while (row.next()) {
          List<String> key = new ArrayList<>();
          for (int i = 1; i <= column.key().size(); i++) {
            key.add(row.getString(i));
          }
          values.add(new Value(key, row.getBytes(column.key().size() + 1)));
        }
        return values;
      }
    }
  }

  /** @return the position after the last of the values */
  private static int set(PreparedStatement statement, int position, List<String> values) throws SQLException {
    int next = position;
    for (String value : values) {
      statement.setString(next, value);
      next++;
    }
    return next;
  }

  private Array prefixes(Connection connection) throws SQLException {
    return connection.createArrayOf("text", prefixes);
  }

  /** What is sealed in a row, which is given by the values of its key. */
  // Compared by nobody.
  @SuppressWarnings("ArrayRecordComponent")
  private record Value(List<String> row, byte[] sealed) {}

  /**
   * What came of it.
   *
   * @param resealed values that the primary key has sealed now
   * @param unreadable values that could not be opened where they stand, and stay as they are
   */
  public record Result(long resealed, long unreadable) {
    Result and(Result other) {
      return new Result(resealed + other.resealed, unreadable + other.unreadable);
    }
  }
}
