package dev.latchkey.application.federation;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.IdentityId;
import java.util.List;
import java.util.Optional;

/** Reads a person's identities together with what they stand on today, inside the running unit of work. */
public final class OwnIdentities {
  private final FederatedIdentities identities;
  private final Organizations organizations;
  private final SsoConnections connections;
  private final Memberships memberships;
  private final SocialIdentities social;
  private final SocialClients clients;

  public OwnIdentities(FederatedIdentities identities, Organizations organizations, SsoConnections connections,
      Memberships memberships, SocialIdentities social, SocialClients clients) {
    this.identities = identities;
    this.social = social;
    this.clients = clients;
    this.organizations = organizations;
    this.connections = connections;
    this.memberships = memberships;
  }

  /** In the order in which they were linked. */
  List<LinkedIdentity> of(UserId user) {
    return identities.of(user).stream().map(this::complete).toList();
  }

  /** Whose identity provider one of them is of; nothing of the organization is read. */
  Optional<OrganizationId> whose(UserId user, IdentityId id) {
    return identities.of(user).stream().filter(it -> it.id().equals(id)).map(FederatedIdentity::organizationId)
        .findFirst();
  }

  /** Those that no organization has a part in, in the order in which they were linked. */
  List<SocialIdentity> socialOf(UserId user) {
    return social.of(user);
  }

  boolean leadsIn(SocialIdentity identity) {
    return clients.leadsIn(identity);
  }

  /** Where more of them can be linked. */
  List<SocialProvider> offered() {
    return clients.offered();
  }

  /** @return whether the person still had it */
  boolean remove(SocialIdentity identity) {
    return social.remove(identity.userId(), identity.id());
  }

  /** @return whether the person still had it */
  boolean remove(FederatedIdentity identity) {
    return identities.remove(identity.userId(), identity.id());
  }

  private LinkedIdentity complete(FederatedIdentity identity) {
    return new LinkedIdentity(identity, organizations.find(identity.organizationId()).orElseThrow(),
        connections.find(identity.organizationId()),
        memberships.find(identity.organizationId(), identity.userId()).filter(Membership::isActive).isPresent());
  }
}
