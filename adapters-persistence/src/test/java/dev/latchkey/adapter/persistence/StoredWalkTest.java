package dev.latchkey.adapter.persistence;

import dev.latchkey.application.walk.Walks;
import org.junit.jupiter.api.Test;

/** The walks through the application, a few of them with the shipped adapters on a real PostgreSQL. */
class StoredWalkTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  @Test
  void the_application_and_the_model_agree_after_every_step() {
    new Walks(DATABASE::ports).take(4, 150);
  }
}
