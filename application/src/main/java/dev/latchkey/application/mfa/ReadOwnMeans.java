package dev.latchkey.application.mfa;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.session.SignedIn;

/** Tells people what they have that proves who they are, so that nobody is asked for what they don't have. */
public final class ReadOwnMeans {
  private final Users users;
  private final Passkeys passkeys;

  public ReadOwnMeans(Users users, Passkeys passkeys) {
    this.users = users;
    this.passkeys = passkeys;
  }

  public Means read(SignedIn signedIn) {
    User user = users.find(signedIn.person().id()).orElseThrow();
    return new Means(user.password().isPresent(), user.mfaEnrolled(), !passkeys.of(user.id()).isEmpty());
  }

  /** What there is, besides the mailbox, which everybody has. */
  public record Means(boolean password, boolean app, boolean passkey) {}
}
