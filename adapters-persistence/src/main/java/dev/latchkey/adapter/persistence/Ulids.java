package dev.latchkey.adapter.persistence;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.latchkey.application.Ids;

/** ULIDs: milliseconds, then 80 random bits; those of one node within a millisecond count upwards. */
public final class Ulids implements Ids {

  @Override
  public String next() {
    return UlidCreator.getMonotonicUlid().toString();
  }
}
