package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.ReturnTo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code /reauthenticate/code}. Posts {@code challengeId}, {@code code} and {@code returnTo} to itself, and
 * without the code to {@code /reauthenticate/code/send}.
 *
 * @param email where the code went
 * @param challengeId null if none was sent, because of {@code problem}
 * @param code its value is never shown again
 * @param returnTo where to go afterwards, an own path already checked; null for home
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record ReauthenticationCodeView(String email, @Nullable String challengeId, Field code,
    @Nullable String returnTo, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "mfa/reauthenticate-code.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("code", code));
  }

  /** Where the other ways are. */
  public String otherWays() {
    return ReturnTo.carry("/reauthenticate", Optional.ofNullable(returnTo));
  }
}
