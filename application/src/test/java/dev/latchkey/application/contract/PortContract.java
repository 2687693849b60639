package dev.latchkey.application.contract;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import java.time.Instant;
import java.util.function.Supplier;

/** What all contracts share: the ports to be tested, and a day of its own for each test. */
public abstract class PortContract {
  protected final Ports ports;
  protected final Instant noon = Examples.noon();

  protected PortContract(Supplier<? extends Ports> ports) {
    this.ports = ports.get();
  }

  protected final User storedUser() {
    User user = Examples.user(noon);
    ports.users().add(user);
    return user;
  }

  protected final Organization storedOrganization(String name) {
    Organization organization = Examples.organization(name, noon);
    ports.organizations().add(organization);
    return organization;
  }

  protected final Membership storedFounder(Organization organization, User user) {
    Membership membership = Examples.founder(organization, user, noon);
    ports.memberships().add(membership);
    return membership;
  }
}
