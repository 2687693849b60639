package dev.latchkey.domain.invitation;

import dev.latchkey.domain.Ulid;

/** An invitation. */
public record InvitationId(String value) {
  public InvitationId {
    Ulid.require("invitationId", value);
  }
}
