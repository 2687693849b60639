package dev.latchkey.application.password;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What goes with every new password, inside the running unit of work: old sessions end and the owner is told. */
public final class PasswordReplacement {
  private static final Duration WORTH_TELLING = Duration.ofDays(2);

  private final Users users;
  private final OwnSessions sessions;
  private final GuessLimit guesses;
  private final MailDispatch mail;
  private final InstantSource clock;

  public PasswordReplacement(Users users, OwnSessions sessions, GuessLimit guesses, MailDispatch mail,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.guesses = guesses;
    this.mail = mail;
    this.clock = clock;
  }

  /** @param except the session that asked, if it may go on. @return how many sessions ended */
  public int replace(User user, PasswordHash hash, Optional<SessionId> except) {
    users.save(user.withNewPassword(hash));
    guesses.forgive(GuessKey.ofPasswordShownAgain(user.id()));
    guesses.forgive(GuessKey.of(user.email()));
    mail.send(new MailContent.PasswordChanged(user.email(), user.name(), user.locale(),
        clock.instant().plus(WORTH_TELLING)));
    return sessions.endAll(user.id(), except);
  }
}
