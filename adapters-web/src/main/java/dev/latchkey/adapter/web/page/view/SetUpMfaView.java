package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code /setup-mfa}. Posts {@code totp} and {@code returnTo} to itself, and {@code returnTo} alone to
 * {@code /setup-mfa/skip}.
 *
 * @param secret the key for apps that can't scan
 * @param totp its value is never shown again
 * @param way whether it may be declined
 * @param demandedBy the organizations that insist on it, by their names
 * @param returnTo where to go afterwards, an own path already checked; null for where people land
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record SetUpMfaView(QrPicture qr, String secret, Field totp, Way way, List<String> demandedBy,
    @Nullable String returnTo, @Nullable String problem) implements View, FormView {

  /** How people came here, and how they may leave without having done it. */
  public enum Way {
    /** It is offered, and may be declined. */
    OFFERED,
    /** Organizations insist on it. */
    DEMANDED,
    /** Another app takes the place of the present one. */
    REPLACING
  }

  public SetUpMfaView {
    demandedBy = List.copyOf(demandedBy);
  }

  @Override
  public String template() {
    return "mfa/set-up.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("totp", totp));
  }

  /** The key in groups of four, which are easier to type. */
  public String groupedSecret() {
    return secret.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "SetUpMfaView[hidden]";
  }
}
