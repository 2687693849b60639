package dev.latchkey.adapter.web.brokenonpurpose;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.account.Users;
import jakarta.inject.Inject;

/** Drives a port, knows another adapter, and has something put into a field. */
public final class GoesRoundTheUseCase {
  @Inject
  Storage storage;

  Users users() {
    return storage.users();
  }
}
