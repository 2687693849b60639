package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /account/password}. Posts {@code currentPassword} and {@code newPassword} to itself.
 *
 * @param currentPassword its value is never shown again
 * @param newPassword its value is never shown again
 * @param minimumPasswordLength told before anybody types
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record ChangePasswordView(Viewer viewer, Field currentPassword, Field newPassword, int minimumPasswordLength,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "account/password.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("currentPassword", currentPassword), Map.entry("newPassword", newPassword));
  }
}
