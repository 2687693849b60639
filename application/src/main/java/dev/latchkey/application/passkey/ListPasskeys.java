package dev.latchkey.application.passkey;

import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;

/** Shows people their passkeys. */
public final class ListPasskeys {
  private final Passkeys passkeys;

  public ListPasskeys(Passkeys passkeys) {
    this.passkeys = passkeys;
  }

  /** Oldest first. */
  public List<Passkey> list(SignedIn signedIn) {
    return passkeys.of(signedIn.person().id());
  }
}
