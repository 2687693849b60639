package dev.latchkey.domain.mail;

import dev.latchkey.domain.Ulid;

/** A mail on its way. */
public record MailId(String value) {
  public MailId {
    Ulid.require("mailId", value);
  }
}
