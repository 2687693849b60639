package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.AuthenticationRequirement;
import java.util.List;

/**
 * What new security settings would do, before they are made: {@code /organizations/{slug}/security/preview}. Posts what
 * was chosen to {@code /organizations/{slug}/security}.
 *
 * @param obstacles why it can't be chosen, by their names; empty if it can
 * @param affected who would not get in any more
 * @param more whether there are others besides those
 */
public record SecurityPreviewView(Viewer viewer, OrganizationFrame organization, AuthenticationRequirement chosen,
    List<String> obstacles, List<Line> affected, boolean more) implements View {

  public SecurityPreviewView {
    obstacles = List.copyOf(obstacles);
    affected = List.copyOf(affected);
  }

  @Override
  public String template() {
    return "organization/security-preview.jte";
  }

  public String method() {
    return SecurityView.name(chosen.authRequired());
  }

  /** @param loss what the member lacks, by its name */
  public record Line(String name, String email, String loss) {}
}
