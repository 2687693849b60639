package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /setup/confirm}, where the code from the second mail is entered. Posts {@code challengeId} and {@code code} to
 * itself; a new code is asked for at {@code /setup/confirm/resend}.
 *
 * @param email where the code went; null in another browser than the one that began
 */
public record ConfirmSetupView(String challengeId, @Nullable String email, Field code,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "setup/confirm.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("code", code));
  }
}
