package dev.latchkey.server.launch;

import dev.latchkey.server.settings.InvalidSettings;
import dev.latchkey.server.settings.Mode;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.settings.SettingsReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts Latchkey: settings, database, migrations, then the server. Whatever fails ends the process with one line on
 * standard error and a status that isn't zero, and nothing stays behind.
 */
public final class Launcher {
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
        System.out.println(
            new KeyRingCommands(SettingsReader.ofThisProcess(), Path.of(args[0]))
                .run(List.of(args).subList(1, args.length)));
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
    ConsoleLog console = ConsoleLog.begin();
    Runtime.getRuntime().addShutdownHook(new Thread(undoing::run, "stop"));
    DataDirectory data = undoing.start(() -> DataDirectory.claim(settings.dataDirectory()));
    data.deleteRuntimesBut(runtime);
    StartConditions.check(settings);
    new DatabasePreparation(undoing, data, runtime).prepare(settings.database());
    LibertyServer server = undoing.start(() -> new LibertyServer(runtime, data.folder("server")));
    console.end();
    server.start(settings);
    announce(settings, server);
    server.awaitEnd();
    System.exit(0);
  }

  private void announce(Settings settings, LibertyServer server) {
    out.println(settings.productName() + " answers at " + settings.publicUrl());
    if (settings.mode() == Mode.TRIAL && settings.mail().server().isEmpty()) {
      out.println("Trial mails are read at " + settings.publicUrl() + "/dev/mail");
    }
    out.println("Log: " + server.log());
  }
}
