package dev.latchkey.adapter.web.page.view;

import java.util.List;

/**
 * {@code /account/api-keys}.
 *
 * @param keys newest first
 * @param organizations where keys can be made
 */
public record OwnApiKeysView(Viewer viewer, List<Line> keys, List<Link> organizations) implements View {
  public OwnApiKeysView {
    keys = List.copyOf(keys);
    organizations = List.copyOf(organizations);
  }

  @Override
  public String template() {
    return "account/api-keys.jte";
  }

  /** A key and where it is for. */
  public record Line(ApiKeyLine key, String organization, String slug) {}

  /** Where the keys of an organization are. */
  public record Link(String organization, String path) {}
}
