package dev.latchkey.adapter.web.emailchange;

import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.domain.mail.RecipientLimit;

/** Why an e-mail change isn't begun. */
final class EmailChangeRefusals {
  /** Doesn't say whether it was the address or the person: of others' mails to the address nobody shall learn. */
  static final Refusal TOO_MANY_MAILS = Refusal.tooManyRequests(
      "Many mails were sent lately, to this address or because of you. Please look for the newest one, or wait.",
      RecipientLimit.PERIOD);

  private EmailChangeRefusals() {}

  /** @param field as it is called there */
  static FieldError sameAddress(String field) {
    return FieldError.of(field, "SAME", "This is the address of your account already.");
  }
}
