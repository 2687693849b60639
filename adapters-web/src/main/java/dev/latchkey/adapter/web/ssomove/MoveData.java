package dev.latchkey.adapter.web.ssomove;

import dev.latchkey.application.ssomove.MovingStaff.Result;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.policy.SsoMove;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a member has come with single sign-on.
 *
 * @param standing {@code ready}, {@code linked}, {@code done}, {@code at_first_sign_in}, {@code not_linked} or
 *     {@code break_glass}
 * @param result what was done just now: {@code moved}, {@code mailed}, {@code too_many_mails} or {@code unchanged}; null
 *     if nothing was meant to be
 */
record MoveData(String id, String email, String name, String role, String standing, @Nullable String result) {
  static MoveData of(Member member, SsoMove standing, @Nullable Result result) {
    return new MoveData(member.id().value(), member.signInEmail().value(), member.name().value(),
        word(member.membership().role()), word(standing), result == null ? null : word(result));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
