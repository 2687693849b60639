package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.domain.mail.RecipientLimit;

/**
 * The answer when an address has been sent enough mails for now. It asks to wait for the whole period: when exactly the
 * count falls would tell when others wrote to the address.
 */
public final class MailLimit {
  public static final Refusal REACHED = Refusal.tooManyRequests(
      "This address has been sent many mails lately. Please look there first, or wait.", RecipientLimit.PERIOD);

  private MailLimit() {}
}
