package dev.latchkey.server.launch;

import dev.latchkey.adapter.persistence.migration.Migrations;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.server.settings.Database;
import dev.latchkey.server.settings.InvalidSettings;
import dev.latchkey.server.settings.Listeners.Address;
import dev.latchkey.server.settings.Mode;
import dev.latchkey.server.settings.Secret;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.settings.SettingsReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Starts Latchkey: settings, database, migrations, then the server. Whatever fails ends the process with one line on
 * standard error and a status that isn't zero, and nothing stays behind.
 */
public final class Launcher {
  private static final int CONNECT_SECONDS = 10;

  // The server redirects the standard streams into its log.
  private final PrintStream out = System.out;
  private final PrintStream errors = System.err;
  private final SettingsReader reader;
  private final Path runtime;
  private final Undoing undoing = new Undoing();

  private Launcher(SettingsReader reader, Path runtime) {
    this.reader = reader;
    this.runtime = runtime;
  }

  /** @param args the unpacked runtime, then what was given on the command line */
  public static void main(String[] args) {
    PrintStream errors = System.err;
    try {
      if (args.length > 1) {
        System.out.println(NewKeyRing.command(List.of(args).subList(1, args.length)));
        return;
      }
      new Launcher(SettingsReader.ofThisProcess(), Path.of(args[0])).run();
    } catch (InvalidSettings e) {
      e.problems().forEach(problem -> errors.println("latchkey: " + problem));
      System.exit(1);
    } catch (LaunchFailure e) {
      errors.println("latchkey: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() {
    Settings settings = reader.read();
    reader.withoutEffect()
        .forEach(name -> errors.println("latchkey: " + name + " is set, but has no effect in this version"));
    Handler console = quietLibraries();
    Runtime.getRuntime().addShutdownHook(new Thread(undoing::run, "stop"));
    DataDirectory data = undoing.start(() -> DataDirectory.claim(settings.dataDirectory()));
    data.deleteRuntimesBut(runtime);
    requireFree(settings.listeners().application(), "LATCHKEY_HTTP_PORT");
    requireFree(settings.listeners().management(), "LATCHKEY_MANAGEMENT_PORT");
    requireKeyRing(settings);
    migrate(connect(settings, data));
    LibertyServer server = undoing.start(() -> new LibertyServer(runtime, data.folder("server")));
    handOverLog(console);
    server.start(settings);
    announce(settings, server);
    server.awaitEnd();
    System.exit(0);
  }

  /** Until the server takes over the log, only trouble is worth a line. */
  private static Handler quietLibraries() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    Handler console = new ConsoleHandler();
    console.setLevel(Level.WARNING);
    root.addHandler(console);
    return console;
  }

  /** From now on every line goes where the server's own lines go, and in their format. */
  private static void handOverLog(Handler console) {
    Logger.getLogger("").removeHandler(console);
  }

  private static void requireFree(Address address, String setting) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address.host().equals("*")
          ? new InetSocketAddress(address.port())
          : new InetSocketAddress(address.host(), address.port()));
    } catch (IOException e) {
      throw LaunchFailure.because(setting + ": can't listen on " + address.host() + ":" + address.port(), e);
    }
  }

  /** In a trial it is made here, before several beans could want it at once. */
  private static void requireKeyRing(Settings settings) {
    try {
      KeyRing unused = settings.mode() == Mode.TRIAL
          ? KeyRing.openOrCreate(settings.keyRing())
          : KeyRing.open(settings.keyRing());
    } catch (KeyRing.Unusable e) {
      throw LaunchFailure.because("LATCHKEY_KEYRING", e);
    }
  }

  private PGSimpleDataSource connect(Settings settings, DataDirectory data) {
    Database.External database = switch (settings.database()) {
      case Database.External external -> external;
      case Database.Embedded embedded -> startEmbedded(data);
    };
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(database.url());
      source.setUser(database.user());
      source.setPassword(database.password().value());
      source.setLoginTimeout(CONNECT_SECONDS);
      source.setConnectTimeout(CONNECT_SECONDS);
      try (Connection connection = source.getConnection()) {
        connection.isValid(CONNECT_SECONDS);
      }
    } catch (SQLException | IllegalArgumentException e) {
      throw LaunchFailure.because("LATCHKEY_DB_URL: the database can't be used", e);
    }
    return source;
  }

  private Database.External startEmbedded(DataDirectory data) {
    EmbeddedDatabase embedded = undoing.start(() -> EmbeddedDatabase.start(data.folder("postgres")));
    // The application reads its settings again; to it this is a database like any other.
    System.setProperty("LATCHKEY_DB_URL", embedded.url());
    System.setProperty("LATCHKEY_DB_USER", embedded.user());
    System.setProperty("LATCHKEY_DB_PASSWORD", embedded.password());
    return new Database.External(embedded.url(), embedded.user(), new Secret(embedded.password()));
  }

  private static void migrate(PGSimpleDataSource database) {
    try {
      new Migrations(database).apply();
    } catch (FlywayException e) {
      throw LaunchFailure.because("the database can't be brought to this version's schema", e);
    }
  }

  private void announce(Settings settings, LibertyServer server) {
    out.println(settings.productName() + " answers at " + settings.publicUrl());
    if (settings.mode() == Mode.TRIAL && settings.mail().server().isEmpty()) {
      out.println("Trial mails are read at " + settings.publicUrl() + "/dev/mail");
    }
    out.println("Log: " + server.log());
  }
}
