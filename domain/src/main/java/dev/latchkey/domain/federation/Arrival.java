package dev.latchkey.domain.federation;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that is known of somebody whom an organization's identity provider has just named.
 *
 * @param organization whose identity provider it is
 * @param linked the account to which the identity is bound
 * @param account the one that has the address, if the identity is bound to none
 * @param unused whether the owner of {@code account} has never come: somebody entered it by hand, or identity providers
 *        speak of it
 * @param membership the one of {@code linked} or {@code account} in this organization
 * @param removed whether the organization has removed the person
 * @param domain the claim by which the address's domain is verified, whoever's it is
 * @param invitation an open one of this organization for the address
 * @param mailed whether the person came by the link that was mailed with it, which proves the address
 * @param discreet whether the organization has come upon so many addresses with an account elsewhere that it must not learn
 *        which of those to come have one
 */
public record Arrival(OrganizationId organization, Provider provider, OidcIdentity identity, Optional<User> linked,
    Optional<User> account, boolean unused, Optional<Membership> membership, boolean removed,
    Optional<VerifiedDomain> domain,
    Optional<Invitation> invitation, boolean mailed, boolean discreet, JitSettings jit, Instant at) {

  /** The same as far as the organization may know of it: of people who have nothing to do with it there is no account. */
  public Arrival knownHere() {
    boolean known = membership.isPresent() || removed || isOfOwnDomain();
    return known
        ? this
        : new Arrival(organization, provider, identity, linked, Optional.empty(), false, membership, false, domain,
            invitation, mailed, discreet, jit, at);
  }

  /** What the provider calls the person; where it says nothing, the address to which the invitation went. */
  public Optional<EmailAddress> address() {
    return identity.email().or(() -> invitation.filter(it -> mailed).map(Invitation::email));
  }

  /** Whether the address's domain is this organization's, and that still counts. */
  boolean isOfOwnDomain() {
    return domain.filter(it -> it.organizationId().equals(organization) && it.isUsableAt(at)).isPresent();
  }

  /** What the organization wants to become of people of the address's domain, if that is its own. */
  AutoJoin autoJoin() {
    return domain.filter(it -> isOfOwnDomain()).map(it -> it.settings().autoJoin()).orElse(AutoJoin.OFF);
  }

  /** Whether the organization itself entered the account, which nobody has used since: it is the person it meant. */
  boolean isAwaitedMember() {
    return unused && membership.isPresent();
  }

  /** Whether the account's owner has come, just now, by the link that was mailed to its address. */
  boolean isOwnerOfUnusedAccount() {
    return unused && mailed;
  }

  boolean isOfForeignDomain() {
    return domain.filter(it -> !it.organizationId().equals(organization)).isPresent();
  }

  /** Whether the domain was this organization's until its proof had been gone for too long. */
  boolean isOfLapsedDomain() {
    return !isOfForeignDomain() && domain.filter(it -> !it.isUsableAt(at)).isPresent();
  }

  /** Entra vouches for no address; who proved the domain has proved that its directory gives the addresses out. */
  boolean isAddressBelieved() {
    return mailed || identity.emailVerified() || (provider == Provider.AZURE && isOfOwnDomain());
  }
}
