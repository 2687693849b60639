package dev.latchkey.adapter.web.page.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /account/passkeys}. Each line leads to {@code /account/passkeys/remove} with its {@code id}; adding one is done
 * by script, since only a browser's script can talk to an authenticator.
 *
 * @param passkeys oldest first
 * @param suggestedName what a new one is called unless its owner says otherwise
 * @param most how many one can have
 */
public record PasskeysView(Viewer viewer, List<Line> passkeys, String suggestedName, int most) implements View {

  public PasskeysView {
    passkeys = List.copyOf(passkeys);
  }

  @Override
  public String template() {
    return "passkey/list.jte";
  }

  public boolean full() {
    return passkeys.size() >= most;
  }

  /**
   * One passkey.
   *
   * @param lastUsedAt null if it was never used
   */
  public record Line(String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
}
