package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/** The confirming step before a domain is removed. Posts to itself. */
public record RemoveDomainView(Viewer viewer, OrganizationFrame organization, DomainLine domain,
    @Nullable String problem) implements View {

  @Override
  public String template() {
    return "domainclaim/remove.jte";
  }

  /** The list. */
  public String listPath() {
    return OrganizationSection.DOMAINS.path(organization.slug());
  }

  public String path() {
    return listPath() + "/" + domain.id();
  }
}
