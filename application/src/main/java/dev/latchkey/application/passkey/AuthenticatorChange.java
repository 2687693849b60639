package dev.latchkey.application.passkey;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What adding and removing an authenticator app or a passkey have in common, and adding a first password. */
public final class AuthenticatorChange {
  /** How long it makes sense to tell somebody. */
  private static final Duration NOTICE = Duration.ofDays(1);

  private final Passkeys passkeys;
  private final Users users;
  private final OwnSessions sessions;
  private final AccountProof proof;
  private final MailDispatch mail;
  private final InstantSource clock;

  public AuthenticatorChange(Passkeys passkeys, Users users, OwnSessions sessions, AccountProof proof,
      MailDispatch mail, InstantSource clock) {
    this.passkeys = passkeys;
    this.users = users;
    this.sessions = sessions;
    this.proof = proof;
    this.mail = mail;
    this.clock = clock;
  }

  /** Why this session may not make one, if so. */
  public Optional<Obstacle> obstacle(SignedIn signedIn) {
    if (!proof.isFresh(signedIn)) {
      return Optional.of(Obstacle.PROOF_TOO_OLD);
    }
    return MfaState.of(signedIn) == MfaState.ENROL
        && passkeys.of(signedIn.person().id()).stream().anyMatch(Passkey::userVerified)
            ? Optional.of(Obstacle.PASSKEY_OWED)
            : Optional.empty();
  }

  /**
   * Ends all other sessions and tells the owner by mail, inside the unit of work that made the change.
   *
   * @return how many sessions ended
   */
  public int made(SignedIn signedIn, MailContent.AuthenticatorChanged.Change change) {
    User user = users.find(signedIn.person().id()).orElseThrow();
    Instant now = clock.instant();
    mail.send(new MailContent.AuthenticatorChanged(user.email(), user.name(), change, user.locale(), now.plus(NOTICE)));
    return sessions.endAll(user.id(), Optional.of(signedIn.session().id()));
  }

  /** What stands in the way of a change. */
  public enum Obstacle {
    PROOF_TOO_OLD,
    /**
     * An organization demands a second factor, and the person has a passkey that stands for one: until it is shown, the
     * password alone must not put anything beside it or take it away.
     */
    PASSKEY_OWED
  }
}
