package dev.latchkey.application.memory;

import dev.latchkey.application.Ids;
import java.util.concurrent.atomic.AtomicLong;

/** ULIDs in a row, the same in every run. */
public final class SequentialIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public String next() {
    return "%026d".formatted(last.incrementAndGet());
  }
}
