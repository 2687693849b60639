package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is killed in the middle of a sign-up loses nothing that it has acknowledged, and a retry succeeds. */
class KillIT {
  private static final int MANY = 8;

  @TempDir
  Path folder;

  /** A sign-up that waits for its code. */
  private record Waiting(String email, String challenge, String code) {}

  @Test
  void a_sign_up_goes_on_after_the_node_was_killed_and_then_its_database_too() throws Exception {
    List<Waiting> all;
    List<Integer> statuses;
    try (LatchkeyProcess node = LatchkeyProcess.in(folder).start()) {
      all = waitingAt(node);
      statuses = verifyAllWhileKilling(node, all);
    }
    Waiting next;
    try (LatchkeyProcess node = LatchkeyProcess.in(folder).start()) {
      for (int i = 0; i < MANY; i++) {
        assertInOrAbleToGetIn(browser(node), all.get(i), statuses.get(i));
      }
      assertOneAccountEach(all);
      next = waitingAt(node).getFirst();
      node.kill();
      ProcessHandle database = postgres();
      assertThat(database.destroyForcibly()).isTrue();
      assertThat(database.onExit().get().isAlive()).isFalse();
    }
    try (LatchkeyProcess node = LatchkeyProcess.in(folder).start()) {
      assertThat(Person.verify(browser(node), next.challenge(), next.code()).status()).isEqualTo(200);
      Envelope.assertRefused(Person.verify(browser(node), next.challenge(), next.code()), 400, "CODE_INVALID");
      assertOneAccountEach(all);
    }
  }

  private static List<Waiting> waitingAt(LatchkeyProcess node) {
    TrialMailbox mailbox = new TrialMailbox(node.uri());
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String email = Person.newAddress();
      waiting.add(new Waiting(email, Person.applyAt(browser(node), email), mailbox.awaitMailTo(email).code()));
    }
    return waiting;
  }

  /** @return the statuses of the answers; 0 where none came any more */
  private static List<Integer> verifyAllWhileKilling(LatchkeyProcess node, List<Waiting> all) {
    return Together.run(MANY + 1, i -> () -> {
      if (i == MANY) {
        node.kill();
        return 0;
      }
      try {
        return Person.verify(browser(node), all.get(i).challenge(), all.get(i).code()).status();
      } catch (UncheckedIOException e) {
        return 0;
      }
    });
  }

  private static void assertInOrAbleToGetIn(ApiClient browser, Waiting waiting, int status) {
    assertThat(status).isIn(0, 200);
    if (status == 0) {
      // Either nothing had happened yet, or everything had and only the answer was lost.
      ApiClient.Answer retry = Person.verify(browser, waiting.challenge(), waiting.code());
      assertThat(retry.code()).isIn("OK", "CODE_INVALID");
    }
    ApiClient.Answer signIn = Person.signIn(browser, waiting.email(), Person.PASSWORD);
    assertThat(signIn.status()).isEqualTo(200);
    assertThat(signIn.data().path("organizations")).hasSize(1);
  }

  private void assertOneAccountEach(List<Waiting> all) throws Exception {
    Tables tables = OwnDatabase.in(folder);
    for (Waiting each : all) {
      assertThat(tables.number("SELECT count(*) FROM user_account u JOIN membership m ON m.user_id = u.id "
          + "WHERE u.email = ?", each.email())).isEqualTo(1);
    }
    assertThat(tables.number("SELECT count(*) FROM organization WHERE id NOT IN (SELECT organization_id "
        + "FROM membership)")).isZero();
  }

  private ProcessHandle postgres() throws Exception {
    Path pidFile = folder.resolve("data/postgres/data/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip())).orElseThrow();
  }

  private static ApiClient browser(LatchkeyProcess node) {
    return new ApiClient(node.uri()).header("Sec-Fetch-Site", "same-origin");
  }
}
