package dev.latchkey.adapter.web.page.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/domains}.
 *
 * @param domains newest first
 * @param changeable whether the viewer may do more than read
 * @param older the cursor of the next part; null if there is none
 */
public record DomainsView(Viewer viewer, OrganizationFrame organization, List<DomainLine> domains, boolean changeable,
    @Nullable String older) implements View {
  public DomainsView {
    domains = List.copyOf(domains);
  }

  @Override
  public String template() {
    return "domainclaim/list.jte";
  }

  public String path() {
    return OrganizationSection.DOMAINS.path(organization.slug());
  }
}
