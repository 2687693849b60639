package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.policy.BreakGlassOwner;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What may stand in the way of changing members, whoever may. */
final class MemberRefusals {
  static final Refusal LAST_OWNER = Refusal.of(Code.LAST_OWNER,
      "This is the last owner who is able to sign in. Please make somebody else an owner first.");
  static final Refusal LAST_BREAK_GLASS = Refusal.of(Code.LAST_BREAK_GLASS,
      "Nobody else gets in if the identity provider fails. Please prepare another break-glass owner first.");
  static final Refusal BREAK_GLASS_LIMIT = Refusal.of(Code.BREAK_GLASS_LIMIT,
      "There are " + BreakGlassOwner.MOST + " break-glass owners already. Please take it from one of them first.");
  static final Refusal ALREADY_MEMBER = Refusal.of(Code.CONFLICT,
      "This address already belongs to the organization.");
  static final Refusal ACCOUNT_ELSEWHERE = Refusal.of(Code.CONFLICT,
      "There is an account with this address already. Please invite the person: they join with the account they have.");
  static final Refusal NOT_PENDING = Refusal.of(Code.CONFLICT, "This person doesn't wait for approval any more.");

  private MemberRefusals() {}

  static Refusal tooManyKnown(Duration retryAfter) {
    return Refusal.tooManyRequests("Many of the addresses that were added here lately have an account already. "
        + "Please invite the person instead, or wait.", retryAfter);
  }

  /** Values that are right each for itself may still not go together. @throws Refused then */
  static <T> T judged(Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidValue invalid) {
      throw new Refused(Refusal.invalid(List.of(FieldError.of(invalid.field(), invalid))));
    }
  }
}
