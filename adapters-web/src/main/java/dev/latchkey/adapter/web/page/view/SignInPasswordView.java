package dev.latchkey.adapter.web.page.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Second step of {@code /sign-in} for people with a password. Posts {@code email}, {@code password},
 * {@code step=password} and {@code returnTo} to {@code /sign-in}. Shown for unknown addresses too.
 *
 * @param email the address of the first step, shown and sent along
 * @param password its value is never shown again
 * @param returnTo where to go afterwards, an own path already checked; null for home
 * @param problem what stands in the way and belongs to no field, such as wrong credentials; null if nothing
 */
public record SignInPasswordView(String email, Field password, @Nullable String returnTo,
    @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "signin/password.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("password", password));
  }

  /** Back to the first step, with the same way to go on. */
  public String changeAddress() {
    return returnTo == null ? "/sign-in" : "/sign-in?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
  }
}
