package dev.latchkey.application.paging;

import dev.latchkey.domain.InvalidValue;
import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at most, 1 to {@value #MOST}
 * @param cursor where the part before ended; absent for the first
 */
public record PartRequest(int limit, Optional<String> cursor) {
  public static final int MOST = 200;
  public static final int DEFAULT = 50;

  public PartRequest {
    if (limit < 1 || limit > MOST) {
      throw new InvalidValue("limit", "OUT_OF_RANGE", "Please ask for 1 to " + MOST + " items.");
    }
  }

  /** @throws InvalidValue for the field {@code limit}, if it is no number within the range */
  public static PartRequest parse(Optional<String> limit, Optional<String> cursor) {
    return new PartRequest(limit.map(PartRequest::number).orElse(DEFAULT), cursor);
  }

  private static int number(String text) {
    // Longer ones are out of range anyway and would not fit.
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}
