package dev.latchkey.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapter.persistence.database.Databases;
import dev.latchkey.adapter.persistence.migration.Migrations;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.domain.account.User;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while PostgreSQL is away, and after it came back. */
class RecoveryTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir
  private Path folder;
  private final int port = freePort();

  @Test
  void says_unavailable_while_the_database_is_away_and_goes_on_soon_after() throws IOException {
    User user = Examples.user(Instant.parse("2026-03-01T12:00:00Z"));
    try (HikariDataSource pool = Databases.pool("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "", 4);
        Storage storage = Storage.over(pool, KeyRing.fresh())) {
      assertUnavailable(storage, user);
      try (EmbeddedPostgres first = start()) {
        new Migrations(first.getPostgresDatabase()).apply();
        awaitRecovery(storage, user);
        storage.users().add(user);
        storage.sessions().open(Examples.session(user, user.createdAt()), Examples.token().hash());
      }
      assertUnavailable(storage, user);
      try (EmbeddedPostgres second = start()) {
        awaitRecovery(storage, user);
        assertThat(second.getPort()).isEqualTo(port);
        assertThat(storage.users().find(user.id())).contains(user);
      }
    }
  }

  /** Entities and plain SQL alike. */
  private static void assertUnavailable(Storage storage, User user) {
    assertThatThrownBy(() -> storage.users().find(user.id())).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> storage.sessions().find(Examples.token().hash())).isInstanceOf(Unavailable.class);
  }

  private static void awaitRecovery(Storage storage, User user) {
    Instant deadline = Instant.now().plus(SOON);
    while (true) {
      try {
        storage.users().find(user.id());
        storage.sessions().find(Examples.token().hash());
        return;
      } catch (Unavailable e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
    }
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false).setOutputRedirector(Redirect.DISCARD).setErrorRedirector(Redirect.DISCARD)
        .start();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError("No free port", e);
    }
  }
}
