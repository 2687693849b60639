package dev.latchkey.server.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Parses addresses that links are built from. */
final class PublicUrl {
  private PublicUrl() {}

  /** An origin: scheme, host and, unless it is the usual one, port. A slash at the end is taken off. */
  static URI origin(String text) {
    URI url = web(text);
    boolean bare = url.getPath().isEmpty() || url.getPath().equals("/");
    if (!bare || url.getRawQuery() != null) {
      throw new IllegalArgumentException(text);
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    boolean usualPort = url.getPort() == (scheme.equals("https") ? 443 : 80);
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return URI.create(scheme + "://" + host + (url.getPort() < 0 || usualPort ? "" : ":" + url.getPort()));
  }

  /** Any page of the web. */
  static URI web(String text) {
    URI url = URI.create(text);
    boolean web = url.getScheme() != null && Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT));
    if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(text);
    }
    return url;
  }
}
