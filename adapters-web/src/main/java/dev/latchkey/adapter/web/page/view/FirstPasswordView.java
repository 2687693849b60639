package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /account/password} for an account that has none. Posts {@code newPassword} to itself.
 *
 * @param newPassword its value is never shown again
 * @param minimumPasswordLength told before anybody types
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record FirstPasswordView(Viewer viewer, Field newPassword, int minimumPasswordLength,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "password/first.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("newPassword", newPassword));
  }
}
