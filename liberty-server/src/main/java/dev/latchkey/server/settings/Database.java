package dev.latchkey.server.settings;

import java.util.Optional;

/** Where the data lives. */
public sealed interface Database {

  /** A PostgreSQL that this process starts and stops itself, inside the data directory. */
  record Embedded() implements Database {}

  /**
   * A PostgreSQL that somebody else runs.
   *
   * @param password empty where the database trusts this machine
   */
  record External(String url, String user, Secret password) implements Database {
    @Override
    public String toString() {
      // URLs may hold passwords too.
      return "External[user=" + user + "]";
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
    if (user.isEmpty()) {
      values.refuse("LATCHKEY_DB_USER", "is missing, although LATCHKEY_DB_URL is set");
    }
    if (!url.get().startsWith("jdbc:postgresql:")) {
      values.refuse("LATCHKEY_DB_URL", "must begin with jdbc:postgresql: as no other database is supported");
    }
    return new External(url.get(), user.orElse(""), password.orElse(new Secret("")));
  }
}
