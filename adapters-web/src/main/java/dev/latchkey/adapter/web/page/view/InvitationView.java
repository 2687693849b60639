package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /invitation?token=} for somebody without an account. Posts {@code token}, {@code name} and {@code password} to
 * {@code /invitation}.
 *
 * @param password its value is never shown again
 * @param minimumPasswordLength told before anybody types
 * @param sso where the organization's identity provider is; null if it has none
 * @param ssoOnly whether the organization takes no passwords
 */
public record InvitationView(String token, Asked asked, Field name, Field password, int minimumPasswordLength,
    @Nullable String sso, boolean ssoOnly, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "invitation/new-person.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("name", name), Map.entry("password", password));
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "InvitationView[hidden]";
  }
}
