package dev.latchkey.adapter.web.invitation;

import dev.latchkey.application.invitation.SentInvitations;
import dev.latchkey.domain.invitation.Invitation;
import java.time.Instant;
import java.util.Locale;

/**
 * An invitation, as answers show it.
 *
 * @param status {@code pending} or {@code expired}
 * @param invitedBy who answers for it: whoever sent it last
 */
record InvitationData(String id, String email, String role, String status, InviterData invitedBy, Instant sentAt,
    Instant expiresAt) {

  static InvitationData of(SentInvitations.Sent sent, boolean expired) {
    Invitation invitation = sent.invitation();
    return new InvitationData(invitation.id().value(), invitation.email().value(), word(invitation.role()),
        expired ? "expired" : "pending", new InviterData(invitation.invitedBy().value(), sent.inviter().value()),
        invitation.sentAt(), invitation.expiresAt());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Who invites. */
  record InviterData(String userId, String name) {}
}
