package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code /verify-email}, for every journey by e-mail. Posts {@code challengeId} and {@code code} to itself,
 * and {@code challengeId} alone to {@code /verify-email/resend}. Looks the same whether or not the address already had
 * an account.
 *
 * @param email the address the code went to, where this browser told it to us; null if unknown
 * @param code its value is never shown again
 * @param problem what stands in the way and belongs to no field, such as a code that has expired; null if nothing
 */
public record VerifyEmailView(CodeJourney journey, String challengeId, @Nullable String email, Field code,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "signin/verify-email.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("code", code));
  }
}
