package dev.latchkey.application.memory;

import dev.latchkey.application.paging.Cursors;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Cursors} that remember what they gave out. */
public final class InMemoryCursors implements Cursors {
  private final Map<String, Given> given = new ConcurrentHashMap<>();

  @Override
  public String seal(String list, String position) {
    String cursor = "C" + (given.size() + 1) + "-" + Integer.toHexString(list.hashCode());
    given.put(cursor, new Given(list, position));
    return cursor;
  }

  @Override
  public Optional<String> open(String list, String cursor) {
    return Optional.ofNullable(given.get(cursor)).filter(it -> it.list.equals(list)).map(Given::position);
  }

  private record Given(String list, String position) {}
}
