package dev.latchkey.adapter.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL. Inside a unit of work it runs on that unit's connection; outside, each statement is a transaction of its
 * own. Parameters may be strings, numbers, booleans, byte arrays, string arrays, enum constants, instants or null.
 */
public final class Sql {
  private final DataSource database;
  private final JpaUnitOfWork unitOfWork;

  public Sql(DataSource database, JpaUnitOfWork unitOfWork) {
    this.database = database;
    this.unitOfWork = unitOfWork;
  }

  /** @return the first row, if there is one */
  public <T> Optional<T> first(String statement, Row.Reader<T> reader, @Nullable Object... parameters) {
    return all(statement, reader, parameters).stream().findFirst();
  }

  public <T> List<T> all(String statement, Row.Reader<T> reader, @Nullable Object... parameters) {
    return execute(statement, parameters, prepared -> {
      try (ResultSet result = prepared.executeQuery()) {
        Row row = new Row(result);
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      }
    });
  }

  /** @return how many rows were changed */
  public int change(String statement, @Nullable Object... parameters) {
    return execute(statement, parameters, PreparedStatement::executeUpdate);
  }

  private <T> T execute(String statement, @Nullable Object[] parameters, Execution<T> execution) {
    try {
      Optional<Connection> joined = unitOfWork.connection();
      if (joined.isPresent()) {
        return execute(joined.get(), statement, parameters, execution);
      }
      try (Connection own = database.getConnection()) {
        return execute(own, statement, parameters, execution);
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private static <T> T execute(Connection connection, String statement, @Nullable Object[] parameters,
      Execution<T> execution) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        bind(prepared, i + 1, parameters[i]);
      }
      return execution.of(prepared);
    }
  }

  private static void bind(PreparedStatement prepared, int index, @Nullable Object value) throws SQLException {
    switch (value) {
      // PostgreSQL keeps microseconds and would round up, into the future.
      case Instant instant ->
        prepared.setObject(index, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      case Enum<?> constant -> prepared.setString(index, constant.name());
      case String[] texts -> prepared.setArray(index, prepared.getConnection().createArrayOf("text", texts));
      case null, default -> prepared.setObject(index, value);
    }
  }

  private interface Execution<T> {
    T of(PreparedStatement prepared) throws SQLException;
  }
}
