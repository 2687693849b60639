package dev.latchkey.adapter.web.ssomove;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;

/** What may stand in the way of moving members. */
final class MoveRefusals {
  static final Refusal NOT_CONNECTED = Refusal.of(Code.CONFLICT,
      "There is no identity provider to move to. Please set up single sign-on first.");
  static final Refusal NOT_ACTIVE = Refusal.of(Code.CONFLICT,
      "Only active members are moved. Please reactivate or approve this one first.");
  static final Refusal BREAK_GLASS = Refusal.of(Code.CONFLICT,
      "A break-glass owner keeps the password, to get in when the identity provider fails.");

  private MoveRefusals() {}
}
