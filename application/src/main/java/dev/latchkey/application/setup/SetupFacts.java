package dev.latchkey.application.setup;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Whom a setup link or code is for.
 *
 * @param mailedTo the address that received the mail
 * @param sender who answers for the mail
 * @param sentAt when the mail was sent, however often a code was sent anew since
 */
record SetupFacts(OrganizationId organization, MembershipId member, EmailAddress mailedTo, UserId sender,
    Instant sentAt) {
  private static final String LINK = "link";
  private static final String PASSWORD = "password";

  Map<String, String> ofLink() {
    return Map.of("organization", organization.value(), "member", member.value(), "mailedTo", mailedTo.value(),
        "sender", sender.value(), "sentAt", sentAt.toString());
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
        new MembershipId(required(facts, "member")), new EmailAddress(required(facts, "mailedTo")),
        new UserId(required(facts, "sender")), Instant.parse(required(facts, "sentAt")));
  }

  /** A fact about this setup, for the admins of the organization. */
  AuditTrail.Entry about(AuditTrail.Entry fact) {
    return fact.in(organization).with(Map.of("member", member.value(), "mailedTo", mailedTo.value()));
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
