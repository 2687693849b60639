package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /reset-password}. Posts {@code challengeId}, {@code code} and {@code newPassword} to itself.
 *
 * @param email the address that the mail went to, where this browser told it to us; null if unknown
 * @param code its value is never shown again
 * @param newPassword its value is never shown again
 * @param lengths told before anybody types
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record ResetPasswordView(String challengeId, @Nullable String email, Field code, Field newPassword,
    PasswordLengths lengths, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "password/reset.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("code", code), Map.entry("newPassword", newPassword));
  }

  /** How long a password has to be by itself, and beside a second factor. */
  public record PasswordLengths(int alone, int withSecondFactor) {}
}
