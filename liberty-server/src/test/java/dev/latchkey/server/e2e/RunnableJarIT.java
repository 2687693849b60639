package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar alone, without anything configured but its ports: what a newcomer does first. */
class RunnableJarIT {
  @TempDir
  Path folder;

  @Test
  void starts_with_a_database_of_its_own_says_where_and_leaves_nothing_behind() throws Exception {
    LatchkeyProcess server = LatchkeyProcess.in(folder).start();
    List<ProcessHandle> started = List.of(server.handle(), postgres());
    try (server) {
      server.awaitLine("Latchkey answers at " + server.uri());
      server.awaitLine("Trial mails are read at " + server.uri() + "/dev/mail");
      assertThat(server.managementStatus("/health/live")).isEqualTo(200);
      assertThat(new ApiClient(server.uri()).get("/health/live").status()).isEqualTo(404);
      assertThat(server.managementStatus("/sign-in")).isEqualTo(404);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/postgres"))))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/postgres/password"))))
          .isEqualTo("rw-------");
      assertThat(OwnDatabase.in(folder).admits("wrong")).as("without the password").isFalse();
    }
    assertThat(started).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5)));
  }

  @Test
  void finds_its_data_again_after_being_killed_while_its_database_lived_on() throws Exception {
    LatchkeyProcess first = LatchkeyProcess.in(folder).start();
    ProcessHandle database = postgres();
    OwnDatabase.in(folder).change("create table kept as select 42 as answer");

    first.kill();
    assertThat(database.isAlive()).isTrue();

    try (LatchkeyProcess second = LatchkeyProcess.in(folder).start()) {
      assertThat(second.managementStatus("/health/ready")).isEqualTo(200);
      assertThat(database.isAlive()).isFalse();
      assertThat(OwnDatabase.in(folder).number("select answer from kept")).isEqualTo(42);
    }
  }

  private ProcessHandle postgres() throws Exception {
    Path pidFile = folder.resolve("data/postgres/data/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip())).orElseThrow();
  }
}
