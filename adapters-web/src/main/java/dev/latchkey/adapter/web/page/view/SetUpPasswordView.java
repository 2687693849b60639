package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /setup?token=}, the first step after the setup mail. Posts {@code token} and {@code password} to
 * {@code /setup}.
 *
 * @param email with which the person will sign in
 */
public record SetUpPasswordView(String token, String email, Field password, int minimumPasswordLength,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "setup/password.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("password", password));
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "SetUpPasswordView";
  }
}
