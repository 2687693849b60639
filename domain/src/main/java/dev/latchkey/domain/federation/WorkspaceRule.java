package dev.latchkey.domain.federation;

import dev.latchkey.domain.domainclaim.DomainName;

/**
 * What has to be true of an account at Google before anything follows from its address. Google is one identity provider for
 * all the world; of the accounts of other providers nothing is asked here.
 */
record WorkspaceRule(Arrival arrival, ReasonChain chain) {

  /** Whether an account that somebody has already may be linked by its address. */
  boolean allowsLinking() {
    return !arrival.identity().isOfGoogle() || isOfAddressesWorkspace();
  }

  /** Whether somebody new may become a member: whose Workspace counts is the organization's to say. */
  boolean allowsJoining() {
    return !arrival.identity().isOfGoogle() || (isOfAddressesWorkspace() && isOfOrganizationsWorkspace());
  }

  private boolean isOfAddressesWorkspace() {
    return chain.rule("workspace-account", arrival.identity().hasAddressOfItsOwn(),
        "Google does not say that it is an account of the Workspace of " + domain().value() + " (hd).");
  }

  private boolean isOfOrganizationsWorkspace() {
    return chain.rule("workspace-own", arrival.isOfOwnDomain() || arrival.jit().lists(domain()), "The organization has "
        + "neither verified " + domain().value() + " nor listed it, and anybody can have a Workspace.");
  }

  private DomainName domain() {
    return DomainName.of(arrival.address().orElseThrow());
  }
}
