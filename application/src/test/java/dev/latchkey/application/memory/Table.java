package dev.latchkey.application.memory;

import dev.latchkey.application.memory.InMemoryDatabase.Conflict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Rows by key, in the order in which they came. Each call is a unit of work of its own or joins the running one. */
final class Table<K, V> {
  private final InMemoryDatabase database;
  private Map<K, V> rows = Map.of();

  Table(InMemoryDatabase database) {
    this.database = database;
  }

  Optional<V> find(K key) {
    return database.run(() -> Optional.ofNullable(rows.get(key)));
  }

  Optional<V> findFirst(Predicate<V> condition) {
    return all().stream().filter(condition).findFirst();
  }

  List<V> all() {
    return database.run(() -> List.copyOf(rows.values()));
  }

  void put(K key, V row) {
    database.run(() -> copy().put(key, row));
  }

  /** @throws Conflict if there is a row with this key already, or one that fulfils the condition */
  void add(K key, V row, Predicate<V> duplicate) {
    database.run(() -> {
      if (rows.containsKey(key) || rows.values().stream().anyMatch(duplicate)) {
        throw new Conflict("There is such a row already");
      }
      return copy().put(key, row);
    });
  }

  /** @throws Conflict if there is no such row, or it is not as expected any more */
  void replace(K key, Predicate<V> asExpected, V row) {
    database.run(() -> {
      if (find(key).filter(asExpected).isEmpty()) {
        throw new Conflict("Somebody else saved in between");
      }
      return copy().put(key, row);
    });
  }

  /** @return whether there was such a row */
  boolean change(K key, UnaryOperator<V> change) {
    return database.run(() -> copy().computeIfPresent(key, (same, row) -> change.apply(row)) != null);
  }

  /** @return whether there was such a row */
  boolean remove(K key) {
    return database.run(() -> copy().remove(key) != null);
  }

  /** @return how many rows were removed */
  int removeSome(Predicate<V> condition, int atMost) {
    return database.run(() -> {
      List<K> keys = rows.entrySet().stream().filter(row -> condition.test(row.getValue())).limit(atMost)
          .map(Map.Entry::getKey).toList();
      copy().keySet().removeAll(keys);
      return keys.size();
    });
  }

  /** @return puts everything back as it is now */
  Runnable snapshot() {
    Map<K, V> now = rows;
    return () -> rows = now;
  }

  private Map<K, V> copy() {
    Map<K, V> copy = new LinkedHashMap<>(rows);
    rows = copy;
    return copy;
  }
}
