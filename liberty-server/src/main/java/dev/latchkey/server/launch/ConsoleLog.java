package dev.latchkey.server.launch;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries log before there is a server: only trouble is worth a line on the console. */
final class ConsoleLog {
  private static final Logger ROOT = Logger.getLogger("");

  private final Handler console = new ConsoleHandler();

  private ConsoleLog() {
    console.setLevel(Level.WARNING);
  }

  static ConsoleLog begin() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    ConsoleLog log = new ConsoleLog();
    ROOT.addHandler(log.console);
    return log;
  }

  /** From now on every line goes where the server's own lines go, and in their format. */
  void end() {
    ROOT.removeHandler(console);
  }
}
