package dev.latchkey.server.bench;

import dev.latchkey.server.bench.BenchDatabase.StatementCount;
import dev.latchkey.server.bench.Population.Visitor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Starts a database and the packaged server, fills the one, drives the other, and reports. */
public final class Benchmark {
  /** The default of LATCHKEY_PASSWORD_ITERATIONS. */
  private static final int ITERATIONS = 600_000;
  /** The default of LATCHKEY_HASH_THREADS. */
  private static final int HASH_THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  private static final int CONNECTIONS = 16;
  /** Enough that the hashing threads never wait for work, and few enough that nobody is turned away. */
  private static final int SIGN_INS_AT_ONCE = 4 * HASH_THREADS;
  private static final int OIDC_SIGN_INS_AT_ONCE = 8;

  private final Options options;
  private final BenchDatabase database;
  private final MeasuredServer server;
  private final Consumption consumption;
  private final StringBuilder report = new StringBuilder();
  private long failed;

  private Benchmark(Options options, BenchDatabase database, MeasuredServer server) {
    this.options = options;
    this.database = database;
    this.server = server;
    this.consumption = new Consumption(server.handle(), database.postmaster());
  }

  public static void main(String[] args) throws IOException, SQLException, URISyntaxException,
      InterruptedException {
    if (Requests.toolIsMissing()) {
      System.err.println("wrk is missing, which sends the requests. On Debian: apt-get install wrk");
      System.exit(1);
    }
    Options options = Options.read();
    Path folder = Files.createDirectories(options.output());
    Path runtimes = folder.resolve("runtime");
    BareEndpoint.deploy(options.latchkey(), runtimes);
    Path here = Files.createTempDirectory(folder, "run-");
    long failed;
    try (BenchDatabase database = BenchDatabase.start(here);
        MeasuredServer server = MeasuredServer.start(here, runtimes, options, database)) {
      failed = new Benchmark(options, database, server).run(here);
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private long run(Path folder) throws IOException, SQLException, InterruptedException {
    List<Visitor> visitors;
    try (Connection connection = database.connect()) {
      visitors = Population.settle(connection, ITERATIONS);
    }
    tell("Machine: " + Machine.inWords());
    tell("Server: java " + String.join(" ", options.java()) + " -jar latchkey.jar; load averages before: "
        + Machine.load());
    consumption.awaitIdle();
    tell("Resident, idle after the start: " + consumption.residentMebibytes() + " MiB");
    if (options.has("me")) {
      measureSessionCheck(visitors, folder);
    }
    if (options.has("sign-in")) {
      measureSignIn(folder);
    }
    if (options.has("sso")) {
      measureSingleSignOn(visitors, folder);
    }
    Files.writeString(folder.resolve("report.md"), report);
    System.out.println("\n" + report + "\nRaw output: " + folder);
    return failed;
  }

  private void measureSessionCheck(List<Visitor> visitors, Path folder) throws IOException, SQLException {
    Requests me = me("me", visitors, folder);
    Requests bare = new Requests("bare", server.bare(), CONNECTIONS,
        IntStream.rangeClosed(1, visitors.size()).mapToObj(row -> "GET\t/bare/rows/row-" + row + "\t\t").toList(),
        "\"name\":\"Name ", consumption, folder);
    compare(me, bare);
    countStatements(me, folder);
  }

  private Requests me(String name, List<Visitor> visitors, Path folder) {
    return new Requests(name, server.uri(), CONNECTIONS, visitors.stream()
        .map(visitor -> "GET\t/api/auth/me\t__Host-latchkey=" + visitor.token() + "\t").toList(),
        "\"email\":\"person-", consumption, folder);
  }

  private void measureSignIn(Path folder) throws IOException, SQLException {
    Requests signIn = new Requests("sign-in", server.uri(), SIGN_INS_AT_ONCE, IntStream.range(0, Population.PEOPLE)
        .mapToObj(person -> "POST\t/api/auth/login\t\t{\"email\":\"" + Population.email(person) + "\",\"password\":\""
            + Population.PASSWORD + "\"}")
        .toList(), "\"success\":true", consumption, folder);
    compare(signIn, new BareHash(ITERATIONS, HASH_THREADS));
    countStatements(signIn, folder);
  }

  private void measureSingleSignOn(List<Visitor> visitors, Path folder)
      throws IOException, SQLException, InterruptedException {
    try (ProviderProcess provider = ProviderProcess.start(folder); Connection connection = database.connect()) {
      List<Visitor> there =
          SsoPopulation.settle(connection, server.uri(), visitors.getFirst(), provider.issuer());
      compare(me("me-sso", there, folder), me("me-password", visitors, folder));
      OidcSignIns signIns = new OidcSignIns(server.uri(), provider.issuer(), OIDC_SIGN_INS_AT_ONCE, consumption);
      Rounds rounds = Rounds.measure(signIns, options);
      failed += rounds.failed();
      table(rounds.row());
      countStatements(signIns, folder);
    }
  }

  private void compare(Work ours, Work bare) {
    Comparison comparison = Comparison.measure(ours, bare, options);
    failed += comparison.failed();
    table(comparison.table());
    consumption.awaitIdle();
    tell("\nResident, idle after " + ours.name() + ": " + consumption.residentMebibytes() + " MiB");
  }

  private void table(String rows) {
    report.append("""

        | work | per second | CPU ms each | of it database | p50 ms | p99 ms | failed |
        |---|---|---|---|---|---|---|
        """)
        .append(rows);
  }

  private void countStatements(Work work, Path folder) throws IOException, SQLException {
    AtomicLong answered = new AtomicLong();
    StatementCount count = database.count(() -> answered.set(work.run(Duration.ofSeconds(3)).operations()));
    Files.writeString(folder.resolve(work.name() + "-statements.txt"), count.text());
    tell(String.format(Locale.ROOT, "Statements for %d times %s: %d, %.2f each", answered.get(), work.name(),
        count.statements(), (double) count.statements() / answered.get()));
  }

  private void tell(String line) {
    System.out.println(line);
    report.append(line).append('\n');
  }
}
