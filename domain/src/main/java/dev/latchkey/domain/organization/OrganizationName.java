package dev.latchkey.domain.organization;

import dev.latchkey.domain.SingleLine;

/** What an organization is called on pages and in mails; at most 100 characters, one line. */
public record OrganizationName(String value) {
  public OrganizationName {
    value = SingleLine.require("organizationName", value, 100);
  }
}
