package dev.latchkey.server.launch;

import dev.latchkey.adapter.persistence.vault.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code java -jar latchkey.jar new-key-ring FILE}: makes the file that production wants as {@code LATCHKEY_KEYRING}. */
final class NewKeyRing {
  private NewKeyRing() {}

  /**
   * Never touches a file that is there: whatever was sealed with its keys would be lost.
   *
   * @return what was done, in a sentence
   */
  static String command(List<String> arguments) {
    if (arguments.size() != 2 || !arguments.getFirst().equals("new-key-ring")) {
      throw new LaunchFailure("start without arguments, or with: new-key-ring FILE");
    }
    Path file = Path.of(arguments.getLast()).toAbsolutePath();
    if (Files.exists(file)) {
      throw new LaunchFailure(file + " exists already");
    }
    try {
      KeyRing.openOrCreate(file);
    } catch (KeyRing.Unusable e) {
      throw LaunchFailure.because("no key ring", e);
    }
    return "A new key ring is in " + file + ". Keep a copy: what is encrypted with it can't be read without it.";
  }
}
