package dev.latchkey.adapter.persistence.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pool as EclipseLink sees it: whoever runs a unit of work is given the connection that was taken for it. Left to
 * itself EclipseLink would wait for one four times over, and a request with it, while the database is away.
 */
final class UnitConnections implements DataSource {
  private static final System.Logger LOG = System.getLogger(UnitConnections.class.getName());

  private final DataSource pool;
  /** Not static: two databases in one process must not share connections. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Connection> taken = new ThreadLocal<>();

  UnitConnections(DataSource pool) {
    this.pool = pool;
  }

  /** @throws dev.latchkey.application.Unavailable if none becomes free in the time that the pool allows */
  void take() {
    try {
      taken.set(pool.getConnection());
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** EclipseLink did so already, unless it failed before it began; a pool doesn't mind hearing it twice. */
  void giveBack() {
    Connection connection = Objects.requireNonNull(taken.get());
    taken.remove();
    try {
      connection.close();
    } catch (SQLException e) {
      // What was committed stays committed.
      LOG.log(System.Logger.Level.DEBUG, "Could not give a connection back", e);
    }
  }

  /** Another one from the pool only if EclipseLink has closed the first, as it does after connecting initially. */
  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = taken.get();
    return connection == null || connection.isClosed() ? pool.getConnection() : connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return pool.getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(UnitConnections.class.getName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
