package dev.latchkey.domain.sso;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Role;
import java.util.List;

/**
 * What becomes of people who arrive through the identity provider and are unknown yet (just-in-time provisioning).
 *
 * @param defaultRole what they become: agent or admin
 * @param allowedDomains of which addresses; none listed: of any. In the order of the alphabet, each once
 */
public record JitSettings(boolean enabled, Role defaultRole, List<DomainName> allowedDomains) {
  /** Until somebody decides otherwise, nobody comes in unasked. */
  public static final JitSettings INITIAL = new JitSettings(false, Role.AGENT, List.of());
  private static final int MOST_DOMAINS = 100;

  /** @throws InvalidValue if the role is owner, or there are more than 100 domains */
  public JitSettings {
    if (defaultRole == Role.OWNER) {
      throw new InvalidValue("defaultRole", "OWNER",
          "Nobody becomes an owner by signing in. Please choose agent or admin; an owner can make them one later.");
    }
    allowedDomains = allowedDomains.stream().distinct().sorted((a, b) -> a.value().compareTo(b.value())).toList();
    if (allowedDomains.size() > MOST_DOMAINS) {
      throw new InvalidValue("allowedDomains", "TOO_MANY", "Please list 100 domains at most.");
    }
  }

  /** Whether an address of this domain may come in at all, going by the list alone. */
  public boolean allows(DomainName domain) {
    return allowedDomains.isEmpty() || lists(domain);
  }

  /** Whether somebody has said that people of this very domain may come in. */
  public boolean lists(DomainName domain) {
    return allowedDomains.contains(domain);
  }
}
