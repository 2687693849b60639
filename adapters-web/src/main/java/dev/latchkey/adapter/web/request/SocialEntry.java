package dev.latchkey.adapter.web.request;

import dev.latchkey.domain.social.SocialProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where signing in at a provider of the deployment begins. */
public final class SocialEntry {
  private SocialEntry() {}

  public static String path(SocialProvider provider) {
    return "/api/auth/social/" + provider.word() + "/login";
  }

  /**
   * With what is known already.
   *
   * @param typed the address, so that nobody has to type it again (OpenID Connect Core 1.0 §3.1.2.1, {@code login_hint});
   *        null if none was
   * @param wanted where to go on afterwards; null for home
   */
  public static String path(SocialProvider provider, @Nullable String typed, @Nullable String wanted) {
    String entry = typed == null
        ? path(provider)
        : path(provider) + "?login_hint=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return ReturnTo.carry(entry, Optional.ofNullable(wanted));
  }
}
