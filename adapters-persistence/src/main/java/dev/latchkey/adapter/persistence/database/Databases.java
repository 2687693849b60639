package dev.latchkey.adapter.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Connection pools that get over a restart of PostgreSQL within seconds and never make a request wait for long. */
public final class Databases {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  /** Each is a process at the other end, and proving the password to it costs as much as dozens of queries. */
  private static final int LEAST_IDLE = 4;

  private Databases() {}

  /**
   * Opens a pool; connections are made when they are needed, so it comes up while the database is away.
   *
   * @param size most connections at once
   */
  public static HikariDataSource pool(String url, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("latchkey");
    // Not by URL: the driver manager of a server knows only drivers that the server itself sees.
    config.setDataSource(connector(url, user, password));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(LEAST_IDLE, size));
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
    return new HikariDataSource(config);
  }

  private static PGSimpleDataSource connector(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("latchkey");
    source.setConnectTimeout(2);
    // A connection whose other end vanished without a word is given up after this; no statement takes that long.
    source.setSocketTimeout(10);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    // Details of server errors quote values of rows, which have no place in logs.
    source.setLogServerErrorDetail(false);
    return source;
  }
}
