package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /forgot-password}. Posts {@code email} to itself. What follows is the same for every address.
 *
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record ForgotPasswordView(Field email, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "password/forgot.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("email", email));
  }
}
