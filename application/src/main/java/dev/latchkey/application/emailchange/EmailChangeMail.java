package dev.latchkey.application.emailchange;

import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.emailchange.PendingEmailChange;
import dev.latchkey.domain.mail.MailContent;
import java.time.Instant;

/** Which mail goes to the new address: the code, or the hint that it has an account already. */
final class EmailChangeMail {
  private EmailChangeMail() {}

  static MailContent of(CodeChallenges.Issued issued, User user) {
    PendingEmailChange pending = PendingEmailChange.fromFacts(issued.secret().facts());
    Instant expiresAt = issued.secret().expiresAt();
    return pending.taken()
        ? new MailContent.AddressInUse(pending.to(), user.locale(), expiresAt)
        : new MailContent.EmailChangeCode(pending.to(), user.name(), issued.code(), user.locale(), expiresAt);
  }
}
