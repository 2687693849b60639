package dev.latchkey.application.paging;

import dev.latchkey.domain.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives lists out in parts. */
public final class Paging {
  private final Cursors cursors;

  public Paging(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * Reads one part.
   *
   * @param list which list, with everything that narrows it
   * @param query finds what comes after a position, or from the beginning, in the list's order; at most as many as asked
   * @param position of an item: unique, and in the list's order
   * @throws InvalidValue for the field {@code cursor}, if it isn't one of this list
   */
  public <T> Part<T> read(String list, PartRequest request, Query<T> query, Function<T, String> position) {
    Optional<String> after = request.cursor().map(cursor -> open(list, cursor));
    // One more than asked for says whether there is a next part.
    List<T> found = query.after(after, request.limit() + 1);
    if (found.size() <= request.limit()) {
      return new Part<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, request.limit());
    return new Part<>(items, Optional.of(cursors.seal(list, position.apply(items.getLast()))));
  }

  private String open(String list, String cursor) {
    return cursors.open(list, cursor).orElseThrow(() -> new InvalidValue("cursor", "MALFORMED",
        "This is no cursor of this list. Please use nextCursor as it was given, with the same filters."));
  }

  /** Finds a part of a list. */
  @FunctionalInterface
  public interface Query<T> {
    List<T> after(Optional<String> position, int limit);
  }
}
