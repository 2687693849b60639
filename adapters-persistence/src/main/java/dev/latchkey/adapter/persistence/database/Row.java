package dev.latchkey.adapter.persistence.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current row of a result. Columns that may be absent are read with {@code optional…}. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public String text(String column) throws SQLException {
    return required(column, result.getString(column));
  }

  public Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  public byte[] bytes(String column) throws SQLException {
    return required(column, result.getBytes(column));
  }

  public Optional<byte[]> optionalBytes(String column) throws SQLException {
    return Optional.ofNullable(result.getBytes(column));
  }

  public Instant instant(String column) throws SQLException {
    return required(column, result.getObject(column, OffsetDateTime.class)).toInstant();
  }

  public Optional<Instant> optionalInstant(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  /** The elements of an array of texts. */
  public List<String> texts(String column) throws SQLException {
    return List.of((String[]) required(column, result.getArray(column)).getArray());
  }

  public int number(String column) throws SQLException {
    return result.getInt(column);
  }

  public long longNumber(String column) throws SQLException {
    return result.getLong(column);
  }

  public boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  private static <T> T required(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("Column " + column + " is empty");
    }
    return value;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }
}
