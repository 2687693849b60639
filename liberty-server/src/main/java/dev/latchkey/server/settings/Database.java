package dev.latchkey.server.settings;

import java.util.Optional;

/** Where the data lives. */
public sealed interface Database {

  /** A PostgreSQL that this process starts and stops itself, inside the data directory. */
  record Embedded() implements Database {}

  /**
   * A PostgreSQL that somebody else runs.
   *
   * @param url JDBC URL, which may carry user and password too
   */
  record External(String url, Optional<String> user, Optional<Secret> password) implements Database {
    @Override
    public String toString() {
      // The URL may hold a password.
      return "External[]";
    }
  }

  static Database read(Values values) {
    Optional<String> url = values.text("LATCHKEY_DB_URL");
    Optional<String> user = values.text("LATCHKEY_DB_USER");
    Optional<Secret> password = values.secret("LATCHKEY_DB_PASSWORD");
    if (url.isEmpty()) {
      if (user.isPresent() || password.isPresent()) {
        values.refuse("LATCHKEY_DB_URL", "is missing, although LATCHKEY_DB_USER or LATCHKEY_DB_PASSWORD is set");
      }
      return new Embedded();
    }
    if (!url.get().startsWith("jdbc:postgresql:")) {
      values.refuse("LATCHKEY_DB_URL", "must begin with jdbc:postgresql: as no other database is supported");
    }
    return new External(url.get(), user, password);
  }
}
