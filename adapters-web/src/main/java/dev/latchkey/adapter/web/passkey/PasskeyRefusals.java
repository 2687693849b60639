package dev.latchkey.adapter.web.passkey;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;

/** What several routes about passkeys answer. */
final class PasskeyRefusals {
  static final Refusal TOO_MANY = Refusal.of(Code.CONFLICT,
      "You have as many passkeys as an account can have. Remove one that you don't use any more.");
  static final Refusal KNOWN = Refusal.of(Code.CONFLICT, "This passkey is registered already.");
  static final Refusal NOT_ACCEPTED = Refusal.of(Code.CODE_INVALID,
      "The passkey's answer can't be used: it is not for this page, or it came too late. Please try again.");

  private PasskeyRefusals() {}
}
