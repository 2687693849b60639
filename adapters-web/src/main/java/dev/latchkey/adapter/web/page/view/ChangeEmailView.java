package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /account/email}. Posts {@code email} to itself, which leads on to {@link VerifyEmailView}.
 *
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record ChangeEmailView(Viewer viewer, Field email, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "account/email.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("email", email));
  }
}
