package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/invitations/new}. Posts {@code email} and {@code role} to itself.
 *
 * @param roles those that the viewer may give, from least to most
 */
public record InviteView(Viewer viewer, OrganizationFrame organization, Field email, Field role, List<Role> roles,
    @Nullable String problem) implements View, FormView {

  public InviteView {
    roles = List.copyOf(roles);
  }

  @Override
  public String template() {
    return "invitation/invite.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("email", email), Map.entry("role", role));
  }

  public String path() {
    return OrganizationSection.INVITATIONS.path(organization.slug());
  }

  /** What is sent for a role. */
  public static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  public boolean isChosen(Role choice) {
    return word(choice).equals(role.value());
  }
}
