package dev.latchkey.adapter.web.page.view;

import java.time.Instant;

/**
 * A new key, in the one answer that ever shows it.
 *
 * @param url of something to try it with
 */
public record ApiKeyCreatedView(Viewer viewer, OrganizationFrame organization, String name, String key,
    Instant expiresAt, String url) implements View {

  @Override
  public String template() {
    return "apikey/created.jte";
  }

  public String path() {
    return OrganizationSection.API_KEYS.path(organization.slug());
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "ApiKeyCreatedView[hidden]";
  }
}
