package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/members/add}. Posts {@code name}, {@code email}, {@code contactEmail} and {@code role} to
 * itself.
 *
 * @param roles those that the viewer may give, from least to most
 * @param inviteInstead whether the way out is an invitation
 */
public record AddMemberView(Viewer viewer, OrganizationFrame organization, Field name, Field email,
    Field contactEmail, Field role, List<Role> roles, @Nullable String problem,
    boolean inviteInstead) implements View, FormView {

  public AddMemberView {
    roles = List.copyOf(roles);
  }

  @Override
  public String template() {
    return "member/add.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("name", name), Map.entry("email", email), Map.entry("contactEmail", contactEmail),
        Map.entry("role", role));
  }

  public String path() {
    return OrganizationSection.MEMBERS.path(organization.slug());
  }

  /** What is sent for a role. */
  public static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
