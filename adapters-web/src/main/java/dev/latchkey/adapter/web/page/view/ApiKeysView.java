package dev.latchkey.adapter.web.page.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/api-keys}.
 *
 * @param keys newest first
 * @param everybodys whether keys of others are among them, too
 * @param older the cursor of the next part; null if there is none
 */
public record ApiKeysView(Viewer viewer, OrganizationFrame organization, List<ApiKeyLine> keys, boolean everybodys,
    @Nullable String older) implements View {
  public ApiKeysView {
    keys = List.copyOf(keys);
  }

  @Override
  public String template() {
    return "apikey/list.jte";
  }

  public String path() {
    return OrganizationSection.API_KEYS.path(organization.slug());
  }
}
