package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.AuthRequired;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code /organizations/{slug}/security}. Posts {@code authRequired} and {@code requireMfa} to its {@code /preview}.
 *
 * @param authRequired what is demanded, or was about to be chosen
 * @param readiness what single sign-on takes before it can be chosen; empty where it is demanded already
 * @param emergency who gets in when the identity provider fails
 * @param changeable whether the viewer may do more than read
 */
public record SecurityView(Viewer viewer, OrganizationFrame organization, AuthRequired authRequired,
    boolean requireMfa, List<SecurityStep> readiness, List<EmergencyLine> emergency,
    boolean changeable) implements View {
  public SecurityView {
    readiness = List.copyOf(readiness);
    emergency = List.copyOf(emergency);
  }

  @Override
  public String template() {
    return "organization/security.jte";
  }

  /** The methods to choose from. */
  public List<String> methods() {
    return Arrays.stream(AuthRequired.values()).map(SecurityView::name).toList();
  }

  public String method() {
    return name(authRequired);
  }

  static String name(AuthRequired method) {
    return method.name().toLowerCase(Locale.ROOT);
  }
}
