package dev.latchkey.application.domainclaim;

import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/**
 * Whose domain is whose. Lapsed ones are among them: ask {@link VerifiedDomain#isUsableAt} before anything follows from
 * one.
 */
public interface VerifiedDomains {
  /** The one claim by which a domain, exactly this one, is verified. One statement, by index. */
  Optional<VerifiedDomain> holder(DomainName domain);

  /** All verified domains of a tenant, by name. */
  List<VerifiedDomain> of(OrganizationId organization);
}
