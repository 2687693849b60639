package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import java.util.Arrays;
import java.util.List;

/** The pages of an organization, in the order of the navigation, each with what one has to be allowed to see it. */
public enum OrganizationSection {
  GENERAL("", Icon.BUILDINGS, Permission.READ_ORGANIZATION), //
  MEMBERS("/members", Icon.PEOPLE, Permission.LIST_NAMES), //
  INVITATIONS("/invitations", Icon.ENVELOPE, Permission.READ_MEMBERS), //
  DOMAINS("/domains", Icon.GLOBE, Permission.READ_SETTINGS), //
  SECURITY("/security", Icon.SHIELD_LOCK, Permission.READ_SETTINGS), //
  SSO("/sso", Icon.KEY, Permission.READ_SETTINGS), //
  API_KEYS("/api-keys", Icon.CODE_SLASH, Permission.LIST_OWN_API_KEYS), //
  AUDIT("/audit", Icon.CLOCK_HISTORY, Permission.READ_AUDIT);

  private final String path;
  private final Icon icon;
  private final Permission permission;

  OrganizationSection(String path, Icon icon, Permission permission) {
    this.path = path;
    this.icon = icon;
    this.permission = permission;
  }

  /** Those that a role opens. */
  static List<OrganizationSection> of(Role role) {
    return Arrays.stream(values()).filter(section -> section.permission.isGrantedTo(role)).toList();
  }

  public Icon icon() {
    return icon;
  }

  /** The key of its name in the message bundle. */
  public String key() {
    return "nav.organization." + name();
  }

  /** Where it is, for the organization of this slug. */
  public String path(String slug) {
    return "/organizations/" + slug + path;
  }
}
