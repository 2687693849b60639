package dev.latchkey.application.policy;

import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.SsoStanding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of the members of an organization how far they have come with single sign-on. */
public final class Standings {
  private final VerifiedDomains domains;
  private final InstantSource clock;

  public Standings(VerifiedDomains domains, InstantSource clock) {
    this.domains = domains;
    this.clock = clock;
  }

  /** Asks once for the domains, and then for no member any more. */
  public Function<Member, SsoStanding> in(OrganizationId organization) {
    Instant now = clock.instant();
    Set<DomainName> usable = domains.of(organization).stream().filter(domain -> domain.isUsableAt(now))
        .map(VerifiedDomain::domain).collect(Collectors.toSet());
    return member -> SsoStanding.of(member.linked(), member.signInEmail(), usable);
  }
}
