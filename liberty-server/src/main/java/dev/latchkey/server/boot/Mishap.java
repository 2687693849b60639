package dev.latchkey.server.boot;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A failure of the launcher that nobody foresaw: one line is for the operator, the rest for whoever looks into it. */
final class Mishap {
  private static final String FILE = "launch-failure.txt";

  private final Throwable failure;

  Mishap(Throwable failure) {
    this.failure = failure;
  }

  /** Keeps the details. @return the line */
  String keepIn(Path folder) {
    String line = "latchkey: the launcher failed: " + failure.toString().lines().findFirst().orElse("");
    Path file = folder.resolve(FILE);
    try {
      Folders.createPrivate(folder);
      Files.writeString(file, details());
      return line + "; details are in " + file;
    } catch (IOException e) {
      return line + "; details can't be written to " + file + ": " + e;
    }
  }

  private String details() {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
