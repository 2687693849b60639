package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that can't succeed ends with one line that says why, a status, and nothing left running. */
class LaunchIT {
  @TempDir
  Path folder;

  @Test
  void names_the_setting_that_is_wrong() {
    assertThat(failure(LatchkeyProcess.in(folder).with("LATCHKEY_SESSION_IDLE", "12 hours")))
        .containsExactly(
            "latchkey: LATCHKEY_SESSION_IDLE is \"12 hours\", but must be a duration such as PT12H, P7D or "
                + "PT90S");
  }

  @Test
  void names_a_setting_that_does_not_exist() {
    assertThat(failure(LatchkeyProcess.in(folder).with("LATCHKEY_MOD", "production")))
        .containsExactly("latchkey: LATCHKEY_MOD is not a setting of Latchkey");
  }

  @Test
  void says_that_the_database_is_out_of_reach() {
    int nobody = LatchkeyProcess.freePort();
    assertThat(failure(LatchkeyProcess.in(folder)
        .with("LATCHKEY_DB_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/latchkey")
        .with("LATCHKEY_DB_USER", "latchkey")))
        .singleElement().asString()
        .startsWith("latchkey: LATCHKEY_DB_URL: the database can't be used: Connection to 127.0.0.1:" + nobody);
  }

  @Test
  void says_that_the_port_is_taken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertThat(failure(LatchkeyProcess.in(folder).with("LATCHKEY_HTTP_PORT", port)))
          .singleElement().asString()
          .startsWith("latchkey: LATCHKEY_HTTP_PORT: can't listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void lets_only_one_process_use_a_data_directory() {
    try (LatchkeyProcess first = LatchkeyProcess.in(folder).start()) {
      assertThat(failure(LatchkeyProcess.in(folder.resolve("second"))
          .with("LATCHKEY_DATA_DIR", folder.resolve("data").toString())))
          .containsExactly("latchkey: LATCHKEY_DATA_DIR: another Latchkey is running on " + folder.resolve("data"));
      assertThat(first.managementStatus("/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void says_what_is_wrong_when_the_application_can_not_be_put_together() throws Exception {
    Path runtime = Packaged.copyOfRuntime(folder.resolve("runtime"));
    Packaged.deleteLibrary(runtime, "adapters-idp-");

    assertThat(failure(LatchkeyProcess.in(folder).with("LATCHKEY_RUNTIME_DIR", runtime.toString())))
        .filteredOn(line -> line.startsWith("latchkey: "))
        .singleElement().asString()
        .startsWith("latchkey: the application does not start, see " + folder);
    assertThat(folder.resolve("data/postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void says_in_one_line_that_it_failed_in_a_way_nobody_foresaw_and_keeps_the_details() throws Exception {
    Path runtime = Packaged.copyOfRuntime(folder.resolve("runtime"));
    Packaged.deleteLibrary(runtime, "flyway-core-");
    Path details = runtime.resolve("launch-failure.txt");
    assertThat(failure(LatchkeyProcess.in(folder).with("LATCHKEY_RUNTIME_DIR", runtime.toString()))).singleElement()
        .asString().startsWith("latchkey: the launcher failed: java.lang.NoClassDefFoundError")
        .endsWith("; details are in " + details);
    assertThat(details).content().contains("\tat dev.latchkey.server.launch");
    assertThat(folder.resolve("data/postgres/data/postmaster.pid")).doesNotExist();
  }

  private static List<String> failure(LatchkeyProcess.Plan plan) {
    LatchkeyProcess server = plan.launch();
    assertThat(server.awaitExit()).isEqualTo(1);
    return server.console();
  }
}
