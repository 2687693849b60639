package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.Slug;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where signing in at an organization's own identity provider begins. */
final class SsoEntry {
  private SsoEntry() {}

  static String path(Slug organization) {
    return "/api/auth/sso/" + organization.value() + "/login";
  }

  /**
   * With what is known already.
   *
   * @param typed so that nobody has to type it again (OpenID Connect Core 1.0 §3.1.2.1, {@code login_hint})
   * @param wanted where to go on afterwards
   */
  static String path(Slug organization, EmailAddress typed, Optional<String> wanted) {
    return ReturnTo.carry(
        path(organization) + "?login_hint=" + URLEncoder.encode(typed.value(), StandardCharsets.UTF_8),
        wanted);
  }
}
