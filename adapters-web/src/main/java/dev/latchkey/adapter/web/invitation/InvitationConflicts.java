package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.domain.organization.MembershipStatus;
import java.util.List;

/** Why an address can't be invited, and what does the job instead. */
final class InvitationConflicts {
  static final FieldError INVITED = FieldError.of("email", "ALREADY_INVITED",
      "This address has an invitation already. Send that one again, or revoke it first.");

  private InvitationConflicts() {}

  static FieldError member(MembershipStatus status) {
    return switch (status) {
      case ACTIVE -> FieldError.of("email", "ALREADY_MEMBER", "This person is a member already.");
      case PENDING -> FieldError.of("email", "WAITS_FOR_APPROVAL",
          "This person asked to join already. Approve them among the members.");
      case DEACTIVATED -> FieldError.of("email", "DEACTIVATED",
          "This person is a deactivated member. Reactivate them among the members.");
    };
  }

  /** What a route throws. */
  static Refused refused(FieldError error) {
    return new Refused(Refusal.of(Code.CONFLICT, error.message()).with(List.of(error)));
  }
}
