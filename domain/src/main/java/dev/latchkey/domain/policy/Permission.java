package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.Role;
import java.util.EnumSet;
import java.util.Set;

/** Who may do what in an organization: the one table that code, tests and documentation go by. */
public enum Permission {
  READ_ORGANIZATION(Role.OWNER, Role.ADMIN, Role.AGENT), RENAME_ORGANIZATION(Role.OWNER, Role.ADMIN);

  private final Set<Role> roles;

  Permission(Role first, Role... others) {
    roles = EnumSet.of(first, others);
  }

  public boolean isGrantedTo(Role role) {
    return roles.contains(role);
  }
}
