package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/domains/new}. Posts {@code domain} to itself. */
public record AddDomainView(Viewer viewer, OrganizationFrame organization, Field domain, @Nullable String problem)
    implements
      View,
      FormView {

  @Override
  public String template() {
    return "domainclaim/add.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("domain", domain));
  }

  public String path() {
    return OrganizationSection.DOMAINS.path(organization.slug());
  }
}
