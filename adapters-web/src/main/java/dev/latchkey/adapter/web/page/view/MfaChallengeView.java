package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.ReturnTo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code /sign-in/mfa}. Posts {@code totp} or {@code recoveryCode}, whichever it asks for, and
 * {@code returnTo} to itself.
 *
 * @param recovery whether it asks for a recovery code instead of one from the app
 * @param passkeys whether there is a passkey with which to sign in instead
 * @param answer its value is never shown again
 * @param returnTo where to go afterwards, an own path already checked; null for home
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record MfaChallengeView(boolean recovery, boolean passkeys, Field answer, @Nullable String returnTo,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "mfa/challenge.jte";
  }

  public String fieldName() {
    return recovery ? "recoveryCode" : "totp";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry(fieldName(), answer));
  }

  /** The same question, answered in the other way. */
  public String otherWay() {
    return ReturnTo.carry("/sign-in/mfa" + (recovery ? "" : "?with=recovery"), Optional.ofNullable(returnTo));
  }
}
