package dev.latchkey.application.domainclaim;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.AccountReach;
import dev.latchkey.domain.policy.FreshProof;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether a session may change what concerns the whole account: passkeys, second factors, the address, linked identities.
 * An organization's identity provider must not plant a key that opens another organization, so its word counts only where
 * the organization has proven that the account's address is its own.
 */
public final class AccountProof {
  private final VerifiedDomains domains;
  private final InstantSource clock;

  public AccountProof(VerifiedDomains domains, InstantSource clock) {
    this.domains = domains;
    this.clock = clock;
  }

  /** Costs a statement only where an identity provider vouched. */
  public boolean isFresh(SignedIn signedIn) {
    Instant now = clock.instant();
    return FreshProof.isGiven(signedIn, ownerIfVouched(signedIn), now);
  }

  /** How far a session reaches into the account. Costs a statement only where an identity provider vouched. */
  public AccountReach reach(SignedIn signedIn) {
    return AccountReach.of(signedIn, ownerIfVouched(signedIn));
  }

  /** Whether the word of an organization's identity provider counts for the whole account: the address is one of its own. */
  public boolean isVouchedBy(OrganizationId organization, EmailAddress address) {
    Instant now = clock.instant();
    return domains.holder(DomainName.of(address))
        .filter(it -> it.organizationId().equals(organization) && it.isUsableAt(now)).isPresent();
  }

  private Optional<Organization> ownerIfVouched(SignedIn signedIn) {
    return signedIn.session().proofs().has(Proof.Sso.class) ? owner(signedIn) : Optional.empty();
  }

  /** The organization of the person whose identity provider counts for the whole account, if there is one. */
  public Optional<Organization> owner(SignedIn signedIn) {
    Instant now = clock.instant();
    return domains.holder(DomainName.of(signedIn.person().email())).filter(it -> it.isUsableAt(now))
        .map(VerifiedDomain::organizationId).flatMap(signedIn::place).map(SignedIn.Place::organization);
  }
}
