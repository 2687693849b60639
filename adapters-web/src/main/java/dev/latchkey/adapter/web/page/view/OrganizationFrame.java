package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;

/** The organization whose pages are being looked at, as the console's frame shows it. */
public record OrganizationFrame(String id, String name, String slug, Role role) {

  public static OrganizationFrame of(SignedIn.Place place) {
    return new OrganizationFrame(place.organization().id().value(), place.organization().name().value(),
        place.organization().slug().value(), place.membership().role());
  }

  /** What the viewer's role opens. */
  public List<OrganizationSection> sections() {
    return OrganizationSection.of(role);
  }
}
