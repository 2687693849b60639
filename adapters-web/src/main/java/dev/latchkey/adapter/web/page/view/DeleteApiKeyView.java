package dev.latchkey.adapter.web.page.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The confirming step before a key is deleted. Posts to itself.
 *
 * @param lastUsedAt null if it never was
 */
public record DeleteApiKeyView(Viewer viewer, OrganizationFrame organization, String id, String name,
    @Nullable Instant lastUsedAt) implements View {

  @Override
  public String template() {
    return "apikey/delete.jte";
  }

  public String path() {
    return OrganizationSection.API_KEYS.path(organization.slug());
  }
}
