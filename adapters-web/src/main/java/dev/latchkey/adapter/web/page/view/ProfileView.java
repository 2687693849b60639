package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /account}. Posts {@code name} to itself. The language is no choice as long as there is one only. */
public record ProfileView(Viewer viewer, Field name) implements View, FormView {

  @Override
  public String template() {
    return "account/profile.jte";
  }

  @Override
  public @Nullable String problem() {
    return null;
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("name", name));
  }
}
