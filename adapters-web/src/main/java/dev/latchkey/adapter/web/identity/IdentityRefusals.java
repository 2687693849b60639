package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;

/** What is answered where an identity has to stay. */
final class IdentityRefusals {
  static final Refusal LAST_WAY_IN = Refusal.of(Code.LAST_WAY_IN,
      "Nothing else would lead into your account. Add a passkey first.");
  static final Refusal LAST_OWNER = Refusal.of(Code.LAST_OWNER,
      "No owner would be left who can sign in to your organization. Please see that another owner signs in through it"
          + " first.");

  private IdentityRefusals() {}
}
