package dev.latchkey.application.memory;

import dev.latchkey.application.Unavailable;
import dev.latchkey.application.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A database of immutable rows. One unit of work runs at a time; what it wrote is taken back when it throws, and the
 * work is run again when it lost against a concurrent one.
 */
public final class InMemoryDatabase implements UnitOfWork {
  private static final int ATTEMPTS = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Table<?, ?>> tables = new ArrayList<>();
  private boolean spoiled;

  <K, V> Table<K, V> table() {
    Table<K, V> table = new Table<>(this);
    tables.add(table);
    return table;
  }

  /** Whether the calling thread is inside a unit of work, where nothing of the outside world may be asked. */
  public boolean isRunning() {
    return lock.isHeldByCurrentThread();
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (lock.isHeldByCurrentThread()) {
      return joined(work);
    }
    Conflict last = new Conflict("never run");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return alone(work);
      } catch (Conflict e) {
        last = e;
      }
    }
    throw new Unavailable("database", Duration.ofSeconds(1), last);
  }

  /** A step that threw spoils the whole unit, even if somebody catches the exception: half of it may be written. */
  private <T> T joined(Supplier<T> work) {
    boolean completed = false;
    try {
      T result = work.get();
      completed = true;
      return result;
    } finally {
      spoiled |= !completed;
    }
  }

  private <T> T alone(Supplier<T> work) {
    lock.lock();
    List<Runnable> undo = tables.stream().map(Table::snapshot).toList();
    try {
      T result = joined(work);
      if (spoiled) {
        throw new IllegalStateException("A part of the work failed, so nothing of it is kept");
      }
      return result;
    } finally {
      if (spoiled) {
        undo.forEach(Runnable::run);
        spoiled = false;
      }
      lock.unlock();
    }
  }

  /** The work lost against a concurrent one. */
  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Conflict(String message) {
      super(message);
    }
  }
}
