package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}}. Posts {@code name} to itself.
 *
 * @param name the field to change it in; null for viewers who may only read it
 */
public record OrganizationGeneralView(Viewer viewer, OrganizationFrame organization,
    @Nullable Field name) implements View, FormView {

  @Override
  public String template() {
    return "organization/general.jte";
  }

  @Override
  public @Nullable String problem() {
    return null;
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return name == null ? List.of() : List.of(Map.entry("name", name));
  }
}
