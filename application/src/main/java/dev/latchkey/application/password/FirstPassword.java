package dev.latchkey.application.password;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInPolicy;
import java.util.Optional;

/** Who may give their account a first password. It opens the whole account, so it takes what a passkey takes. */
public final class FirstPassword {
  private final Users users;
  private final AuthenticatorChange changes;

  public FirstPassword(Users users, AuthenticatorChange changes) {
    this.users = users;
    this.changes = changes;
  }

  /** Whether the account has its password already. */
  public boolean isTaken(SignedIn signedIn) {
    return users.find(signedIn.person().id()).flatMap(User::password).isPresent();
  }

  /** Why this session may not set one, if so; first what no proof would help against. */
  public Optional<Obstacle> obstacle(SignedIn signedIn) {
    if (isTaken(signedIn)) {
      return Optional.of(new Obstacle.PasswordThere());
    }
    Optional<Slug> provider = SignInPolicy.ssoInsteadOfAnyPassword(signedIn.places());
    return provider.isPresent()
        ? provider.map(Obstacle.SsoRequired::new)
        : changes.obstacle(signedIn).map(it -> switch (it) {
          case PROOF_TOO_OLD -> new Obstacle.ProofTooOld();
          case PASSKEY_OWED -> new Obstacle.PasskeyOwed();
        });
  }

  /** What stands in the way. */
  public sealed interface Obstacle {
    /** It is not the first one: the present one has to be told. */
    record PasswordThere() implements Obstacle {}

    /** All organizations of the person demand single sign-on, so a password would open nothing. */
    record SsoRequired(Slug organization) implements Obstacle {}

    record ProofTooOld() implements Obstacle {}

    /** A second factor is demanded, and the person has a passkey that stands for one: it has to be shown first. */
    record PasskeyOwed() implements Obstacle {}
  }
}
