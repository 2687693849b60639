package dev.latchkey.application.paging;

import java.util.Optional;

/** Positions in lists, written so that callers can carry them but neither read nor make them. */
public interface Cursors {
  /** @param list which list, with everything that narrows it; the cursor is good for no other */
  String seal(String list, String position);

  /** The position; absent if the cursor was changed, made by somebody else, or belongs to another list. */
  Optional<String> open(String list, String cursor);
}
