package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code /sign-up}. Posts {@code organizationName}, {@code name}, {@code email}, {@code password} to itself.
 *
 * @param organizationName may stay empty: then nobody's organization is created
 * @param password its value is never shown again
 * @param minimumPasswordLength told before anybody types
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record SignUpView(Field organizationName, Field name, Field email, Field password, int minimumPasswordLength,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "signin/sign-up.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("name", name), Map.entry("email", email),
        Map.entry("organizationName", organizationName), Map.entry("password", password));
  }
}
