package dev.latchkey.domain.mail;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.onetime.MailedCode;
import java.time.Instant;
import java.util.Locale;

/** What Latchkey has to say to a person; how it is worded and laid out is decided where it is written. */
public sealed interface MailContent {
  EmailAddress to();

  Locale locale();

  /** After this moment the mail is not worth sending any more. */
  Instant worthlessAfter();

  /** The code that proves the address of a sign-up. */
  record SignUpCode(EmailAddress to, PersonName name, MailedCode code, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** Somebody, probably the owner, signed up with an address that has an account already. */
  record AlreadyRegistered(EmailAddress to, Locale locale, Instant worthlessAfter) implements MailContent {}
}
