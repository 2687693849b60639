package dev.latchkey.adapter.web.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list, and where the next one begins; null if there is none. */
public record Items<T>(List<T> items, @Nullable String nextCursor) {
  public Items {
    items = List.copyOf(items);
  }

  /** A list that is short enough to be given at once. */
  public static <T> Items<T> all(List<T> items) {
    return new Items<>(items, null);
  }
}
