package dev.latchkey.application.setup;

import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Optional;

/** Which link was mailed to a member last: all before it are worth nothing. */
public interface SetupLinks {
  void remember(OrganizationId organization, MembershipId member, SecretId link);

  Optional<SecretId> newest(OrganizationId organization, MembershipId member);
}
