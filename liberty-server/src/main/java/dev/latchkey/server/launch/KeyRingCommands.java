package dev.latchkey.server.launch;

import dev.latchkey.adapter.persistence.rotation.Resealing;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.server.settings.Database;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * {@code java -jar latchkey.jar COMMAND FILE}: making the file that production wants as {@code LATCHKEY_KEYRING}, and
 * changing its keys, which docs/key-ring.md describes step by step. Whatever goes wrong, the file stays as it was.
 */
final class KeyRingCommands {
  private static final String USAGE = "start without arguments, or with one of: new-key-ring FILE, add-key FILE, "
      + "rotate-key-ring FILE, reseal FILE, drop-old-keys FILE";
  private static final String TAKE_OVER = " Copy the file to all nodes and restart them one by one.";

  private final SettingsReader reader;
  private final Path runtime;

  /**
   * @param reader for the commands that need the database
   * @param runtime the unpacked server
   */
  KeyRingCommands(SettingsReader reader, Path runtime) {
    this.reader = reader;
    this.runtime = runtime;
  }

  /** @return what was done, in a sentence or two */
  String run(List<String> arguments) {
    if (arguments.size() != 2) {
      throw new LaunchFailure(USAGE);
    }
    Path file = Path.of(arguments.getLast()).toAbsolutePath();
    try {
      return switch (arguments.getFirst()) {
        case "new-key-ring" -> make(file);
        case "add-key" -> add(file);
        case "rotate-key-ring" -> rotate(file);
        case "reseal" -> reseal(file);
        case "drop-old-keys" -> drop(file);
        default -> throw new LaunchFailure(USAGE);
      };
    } catch (KeyRing.Unusable e) {
      throw LaunchFailure.because("nothing was done", e);
    }
  }

  /** Never touches a file that is there: whatever was sealed with its keys would be lost. */
  private static String make(Path file) {
    if (Files.exists(file)) {
      throw new LaunchFailure(file + " exists already");
    }
    KeyRing.openOrCreate(file);
    return "A new key ring is in " + file + ". Keep a copy: what is encrypted with it can't be read without it.";
  }

  private static String add(Path file) {
    KeyRing.open(file).withNextKey().replace(file);
    return "The ring has a next key, which opens but does not seal yet." + TAKE_OVER + " Then: rotate-key-ring.";
  }

  private static String rotate(Path file) {
    KeyRing.open(file).rotated().replace(file);
    return "The newest key is the primary one now; the former ones still open." + TAKE_OVER + " Then: reseal.";
  }

  private String reseal(Path file) {
    Resealing.Result result = inDatabase(file, Resealing::run);
    String unreadable = result.unreadable() == 0
        ? ""
        : " " + result.unreadable() + " can't be opened where they stand and were left as they are.";
    return result.resealed() + " secrets are sealed with the primary key now." + unreadable;
  }

  /** Not as long as something needs them, nor by the word of a database that has nothing to do with the ring. */
  private String drop(Path file) {
    Settings settings = reader.read();
    if (!settings.keyRing().normalize().equals(file.normalize())) {
      throw new LaunchFailure("by the settings, LATCHKEY_KEYRING is " + settings.keyRing()
          + "; run it with the settings of a node that uses " + file);
    }
    KeyRing ring = KeyRing.open(file);
    if (ring.hasNextKey()) {
      throw new LaunchFailure("the newest key is not the primary one yet; run rotate-key-ring first");
    }
    String where = nameOf(settings);
    long left = inDatabase(file, Resealing::left);
    if (left > 0) {
      throw new LaunchFailure(left + " secrets in " + where + " are still sealed with old keys; run reseal first");
    }
    if (inDatabase(file, Resealing::sealedByPrimary) == 0) {
      throw new LaunchFailure("nothing in " + where + " is sealed with the primary key, so it may be another ring's; "
          + "run it with the settings of a node");
    }
    Path before = file.resolveSibling(file.getFileName() + ".old");
    ring.replace(before);
    ring.withPrimaryKeyOnly().replace(file);
    return (ring.size() - 1) + " old keys are dropped; nothing in " + where + " needs them. " + before
        + " still has them: destroy it when all nodes run without." + TAKE_OVER;
  }

  /** Without what may follow in a URL, such as a password. */
  private static String nameOf(Settings settings) {
    return switch (settings.database()) {
      case Database.External external -> external.url().split("[?;]", 2)[0];
      case Database.Embedded embedded -> "the embedded database in " + settings.dataDirectory();
    };
  }

  private <T> T inDatabase(Path file, Work<T> work) {
    KeyRing ring = KeyRing.open(file);
    Settings settings = reader.read();
    Undoing undoing = new Undoing();
    try {
      return work.in(new Resealing(database(settings, undoing), ring));
    } catch (SQLException e) {
      throw LaunchFailure.because("the database can't be used", e);
    } finally {
      undoing.run();
    }
  }

  /** An embedded one is started for it, so no node may be running on it. */
  private DataSource database(Settings settings, Undoing undoing) {
    return switch (settings.database()) {
      case Database.External external -> DatabasePreparation.connect(external);
      case Database.Embedded embedded -> new DatabasePreparation(undoing,
          undoing.start(() -> DataDirectory.claim(settings.dataDirectory())), runtime).open(embedded);
    };
  }

  /** What is done with what is sealed. */
  private interface Work<T> {
    T in(Resealing resealing) throws SQLException;
  }
}
