package dev.latchkey.application.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor leads to the next part; absent at the end
 */
public record Part<T>(List<T> items, Optional<String> nextCursor) {
  public Part {
    items = List.copyOf(items);
  }

  /** The same part with its items seen in another way. */
  public <R> Part<R> map(Function<T, R> view) {
    return new Part<>(items.stream().map(view).toList(), nextCursor);
  }
}
