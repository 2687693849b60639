package dev.latchkey.server.e2e;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is started once for all tests of this JVM, since a start takes longer than most tests, and ends with the JVM. Not
 * left to JUnit, for which each class is a run of its own where classes are spread over several JVMs.
 */
public final class Shared {
  private static final Map<Object, AutoCloseable> STARTED = new LinkedHashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Shared::close, "shared"));
  }

  private Shared() {}

  public static synchronized <T extends AutoCloseable> T get(Object key, Class<T> type, Supplier<T> start) {
    AutoCloseable started = STARTED.get(key);
    if (started == null) {
      started = start.get();
      STARTED.put(key, started);
    }
    return type.cast(started);
  }

  public static synchronized <T extends AutoCloseable> Optional<T> ifStarted(Object key, Class<T> type) {
    return Optional.ofNullable(STARTED.get(key)).map(type::cast);
  }

  private static synchronized void close() {
    List<AutoCloseable> lastFirst = new ArrayList<>(STARTED.values()).reversed();
    for (AutoCloseable started : lastFirst) {
      try {
        started.close();
      } catch (Exception e) {
        System.getLogger(Shared.class.getName()).log(Level.WARNING, "Not stopped: " + started, e);
      }
    }
  }
}
