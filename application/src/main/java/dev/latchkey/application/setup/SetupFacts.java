package dev.latchkey.application.setup;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.HashMap;
import java.util.Map;

/**
 * Whom a setup link or code is for.
 *
 * @param mailedTo the address that received the mail
 */
record SetupFacts(OrganizationId organization, MembershipId member, EmailAddress mailedTo) {
  private static final String LINK = "link";
  private static final String PASSWORD = "password";

  Map<String, String> ofLink() {
    return Map.of("organization", organization.value(), "member", member.value(), "mailedTo", mailedTo.value());
  }

  /** For the code: with the link that it came of, and the password that waits for it, hashed. */
  Map<String, String> ofCode(SecretId link, String passwordHash) {
    Map<String, String> facts = new HashMap<>(ofLink());
    facts.put(LINK, link.value());
    facts.put(PASSWORD, passwordHash);
    return facts;
  }

  static SetupFacts of(Map<String, String> facts) {
    return new SetupFacts(new OrganizationId(required(facts, "organization")),
        new MembershipId(required(facts, "member")), new EmailAddress(required(facts, "mailedTo")));
  }

  static SecretId link(Map<String, String> ofCode) {
    return new SecretId(required(ofCode, LINK));
  }

  static String passwordHash(Map<String, String> ofCode) {
    return required(ofCode, PASSWORD);
  }

  private static String required(Map<String, String> facts, String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalStateException("A setup secret without " + name);
    }
    return value;
  }
}
