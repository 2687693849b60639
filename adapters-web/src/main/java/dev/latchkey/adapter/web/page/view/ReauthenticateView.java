package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.ReturnTo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code /reauthenticate}. Posts {@code totp} or {@code password}, whichever it asks for, and
 * {@code returnTo} to itself.
 *
 * @param email whose session it is; for password managers
 * @param byCode whether it asks for a code from the app instead of the password
 * @param choice whether there is an app, so that people can choose
 * @param passkeys whether there is a passkey to show instead
 * @param answer its value is never shown again
 * @param returnTo where to go afterwards, an own path already checked; null for home
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record ReauthenticateView(String email, boolean byCode, boolean choice, boolean passkeys, Field answer,
    @Nullable String returnTo, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "mfa/reauthenticate.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry(byCode ? "totp" : "password", answer));
  }

  /** The same question, answered in the other way. */
  public String otherWay() {
    return ReturnTo.carry("/reauthenticate" + (byCode ? "?with=password" : ""), Optional.ofNullable(returnTo));
  }
}
