package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.ReturnTo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code /reauthenticate}. Posts {@code totp} or {@code password}, whichever it asks for, and
 * {@code returnTo} to itself.
 *
 * @param email whose session it is; for password managers
 * @param asked what it asks for
 * @param possible what else it would take, and what it asks for
 * @param sso the identity providers at which the person can show it instead
 * @param answer its value is never shown again
 * @param returnTo where to go afterwards, an own path already checked; null for home
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record ReauthenticateView(String email, Way asked, Set<Way> possible, List<SsoWay> sso, Field answer,
    @Nullable String returnTo, @Nullable String problem) implements View, FormView {

  /** What a person can show. */
  public enum Way {
    PASSWORD, APP, PASSKEY,
    /** A code by mail: for who has no password. */
    MAIL
  }

  /** @param href where the round trip begins */
  public record SsoWay(String organization, String href) {}

  public ReauthenticateView {
    possible = Set.copyOf(possible);
    sso = List.copyOf(sso);
  }

  @Override
  public String template() {
    return "mfa/reauthenticate.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry(asked == Way.APP ? "totp" : "password", answer));
  }

  /** Whether it asks for something to type. */
  public boolean typed() {
    return asked == Way.PASSWORD || asked == Way.APP;
  }

  /** Whether people can choose between password and app. */
  public boolean choice() {
    return typed() && possible.contains(Way.PASSWORD) && possible.contains(Way.APP);
  }

  /** Whether nothing but the passkey will do. */
  public boolean passkeyOnly() {
    return possible.equals(Set.of(Way.PASSKEY));
  }

  /** The same question, answered in the other way. */
  public String otherWay() {
    return ReturnTo.carry("/reauthenticate" + (asked == Way.APP ? "?with=password" : ""),
        Optional.ofNullable(returnTo));
  }
}
