package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what in an organization: the one table that code, tests and documentation go by. */
public enum Permission {
  READ_ORGANIZATION(Scope.ORGANIZATION_READ, false, Role.OWNER, Role.ADMIN, Role.AGENT), //
  RENAME_ORGANIZATION(Scope.ORGANIZATION_WRITE, false, Role.OWNER, Role.ADMIN),
  /** Who else is there, by name only. */
  LIST_NAMES(Scope.MEMBERS_READ, false, Role.OWNER, Role.ADMIN, Role.AGENT),
  /** Everything that is kept of a membership. */
  READ_MEMBERS(Scope.MEMBERS_READ, false, Role.OWNER, Role.ADMIN),
  /** Adding, inviting, approving, changing and removing; towards owners it takes {@link #MANAGE_OWNERS} besides. */
  MANAGE_MEMBERS(Scope.MEMBERS_WRITE, false, Role.OWNER, Role.ADMIN),
  /** Making somebody an owner, and whatever is done to one. */
  MANAGE_OWNERS(null, false, Role.OWNER), //
  MANAGE_BREAK_GLASS(null, true, Role.OWNER), //
  READ_SETTINGS(Scope.SETTINGS_READ, false, Role.OWNER, Role.ADMIN), //
  CHANGE_SETTINGS(Scope.SETTINGS_WRITE, true, Role.OWNER),
  /** The person's own keys, which never do more than the person. */
  LIST_OWN_API_KEYS(null, false, Role.OWNER, Role.ADMIN, Role.AGENT), //
  CREATE_API_KEY(null, true, Role.OWNER, Role.ADMIN, Role.AGENT),
  /** Taking a key away, one's own or, as an owner or admin, anybody's. */
  DELETE_API_KEY(null, false, Role.OWNER, Role.ADMIN, Role.AGENT),
  /** Seeing everybody's keys, and taking them away. */
  MANAGE_API_KEYS(null, false, Role.OWNER, Role.ADMIN), //
  READ_AUDIT(Scope.AUDIT_READ, false, Role.OWNER, Role.ADMIN);

  private final @Nullable Scope scope;
  private final boolean sensitive;
  private final Set<Role> roles;

  Permission(@Nullable Scope scope, boolean sensitive, Role first, Role... others) {
    this.scope = scope;
    this.sensitive = sensitive;
    this.roles = EnumSet.of(first, others);
  }

  public boolean isGrantedTo(Role role) {
    return roles.contains(role);
  }

  /** The scopes that open anything to somebody of this role; a key with others would promise what it can't do. */
  public static Set<Scope> scopesOf(Role role) {
    return Arrays.stream(values()).filter(permission -> permission.isGrantedTo(role))
        .flatMap(permission -> permission.scope().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }

  /** The scope with which an API key may do it; absent for what no key may. */
  public Optional<Scope> scope() {
    return Optional.ofNullable(scope);
  }

  /** Whether a session needs a fresh proof for it; keys need none. */
  public boolean isSensitive() {
    return sensitive;
  }
}
