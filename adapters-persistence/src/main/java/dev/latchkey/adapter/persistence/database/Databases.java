package dev.latchkey.adapter.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connection pools that get over a restart of PostgreSQL within seconds and never make a request wait for long. */
public final class Databases {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private Databases() {}

  /**
   * Opens a pool; connections are made when they are needed, so it comes up while the database is away.
   *
   * @param size most connections at once
   */
  public static HikariDataSource pool(String url, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("latchkey");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
    config.addDataSourceProperty("ApplicationName", "latchkey");
    config.addDataSourceProperty("connectTimeout", "2");
    // A connection whose other end vanished without a word is given up after this; no statement takes that long.
    config.addDataSourceProperty("socketTimeout", "10");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    // Details of server errors quote values of rows, which have no place in logs.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }
}
