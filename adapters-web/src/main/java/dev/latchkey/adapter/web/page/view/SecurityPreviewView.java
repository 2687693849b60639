package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.AuthenticationRequirement;
import java.util.List;
import java.util.Map;

/**
 * What new security settings would do, before they are made: {@code /organizations/{slug}/security/preview}. Posts what
 * was chosen to {@code /organizations/{slug}/security}.
 *
 * @param missing what has to be done before it can be chosen
 * @param risk whether it can be chosen only by accepting that nobody gets in when the identity provider fails
 * @param emergency who gets in when the identity provider fails
 * @param counts how many are affected in all, by what they lack
 * @param affected who would not get in any more
 * @param more whether there are others besides those
 * @param failed whether it was tried and refused
 */
public record SecurityPreviewView(Viewer viewer, OrganizationFrame organization, AuthenticationRequirement chosen,
    List<SecurityStep> missing, boolean risk, List<EmergencyLine> emergency, Map<String, Integer> counts,
    List<Line> affected, boolean more,
    boolean failed) implements View {
  public SecurityPreviewView {
    missing = List.copyOf(missing);
    emergency = List.copyOf(emergency);
    counts = Map.copyOf(counts);
    affected = List.copyOf(affected);
  }

  @Override
  public String template() {
    return "organization/security-preview.jte";
  }

  public String method() {
    return SecurityView.name(chosen.authRequired());
  }

  public boolean isImpossible() {
    return !missing.isEmpty();
  }

  /** What the affected lack, in the order of the alphabet. */
  public List<String> losses() {
    return counts.keySet().stream().sorted().toList();
  }

  /** @param loss what the member lacks, by its name */
  public record Line(String name, String email, String loss) {}
}
