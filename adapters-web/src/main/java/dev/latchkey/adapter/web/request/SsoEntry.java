package dev.latchkey.adapter.web.request;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where signing in at an organization's own identity provider begins. */
public final class SsoEntry {
  private SsoEntry() {}

  /** @param slug the organization's */
  public static String path(String slug) {
    return "/api/auth/sso/" + slug + "/login";
  }

  /** The same, on the way to a page of ours. */
  public static String path(String slug, String wanted) {
    return ReturnTo.carry(path(slug), Optional.of(wanted));
  }

  /**
   * With what is known already.
   *
   * @param typed so that nobody has to type it again (OpenID Connect Core 1.0 §3.1.2.1, {@code login_hint})
   * @param wanted where to go on afterwards
   */
  public static String hinting(String slug, EmailAddress typed, Optional<String> wanted) {
    return ReturnTo.carry(path(slug) + "?login_hint=" + URLEncoder.encode(typed.value(), StandardCharsets.UTF_8),
        wanted);
  }

  /**
   * For accepting an invitation by it.
   *
   * @param link as it was mailed
   */
  public static String invited(String slug, EmailAddress email, LinkToken link, String wanted) {
    return ReturnTo.carry(hinting(slug, email, Optional.empty()) + "&invitation="
        + URLEncoder.encode(link.value(), StandardCharsets.UTF_8), Optional.of(wanted));
  }

  /** For showing once more who one is, though the provider may still know it ({@code prompt=login}). */
  public static String anew(String slug, Optional<String> wanted) {
    return ReturnTo.carry(path(slug) + "?prompt=login", wanted);
  }
}
