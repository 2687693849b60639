package dev.latchkey.adapter.web.answer;

import dev.latchkey.application.paging.Part;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and where the next one begins; null if there is none. */
public record Items<T>(List<T> items, @Nullable String nextCursor) {
  public Items {
    items = List.copyOf(items);
  }

  /** A part of a list, as each of its items is shown. */
  public static <T, R> Items<R> of(Part<T> part, Function<T, R> view) {
    return new Items<>(part.items().stream().map(view).toList(), part.nextCursor().orElse(null));
  }

  /** A list that is short enough to be given at once. */
  public static <T> Items<T> all(List<T> items) {
    return new Items<>(items, null);
  }
}
