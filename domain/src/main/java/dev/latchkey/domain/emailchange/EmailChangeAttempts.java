package dev.latchkey.domain.emailchange;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.onetime.SecretId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person has tried lately in order to move to another address. The mails go to addresses that are not theirs
 * yet, so besides what one address may be sent there is a limit to what one person may cause.
 *
 * @param newest the challenge that was begun last; those before it are void
 * @param since when the period began in which mails are counted
 * @param mails how many were sent in that period
 */
public record EmailChangeAttempts(UserId user, Optional<SecretId> newest, Instant since, int mails) {

  public static EmailChangeAttempts none(UserId user) {
    return new EmailChangeAttempts(user, Optional.empty(), Instant.EPOCH, 0);
  }

  /** Whether the person has caused enough mails for now. */
  public boolean exhaustedAt(Instant now) {
    return !isOver(now) && RecipientLimit.reached(mails);
  }

  public boolean isNewest(SecretId challenge) {
    return newest.filter(challenge::equals).isPresent();
  }

  /** After a mail for a challenge, which is the newest from then on. */
  public EmailChangeAttempts mailed(SecretId challenge, Instant now) {
    return isOver(now)
        ? new EmailChangeAttempts(user, Optional.of(challenge), now, 1)
        : new EmailChangeAttempts(user, Optional.of(challenge), since, mails + 1);
  }

  private boolean isOver(Instant now) {
    return !now.isBefore(since.plus(RecipientLimit.PERIOD));
  }
}
