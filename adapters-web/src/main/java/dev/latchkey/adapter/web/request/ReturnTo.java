package dev.latchkey.adapter.web.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go on after signing in: a page of our own, whatever was asked for. */
public final class ReturnTo {
  private static final int LONGEST = 1000;
  /** What browsers take for another host, or drop, although a parser of URIs may not (WHATWG URL §4.4). */
  private static final Pattern TREACHEROUS =
      Pattern.compile("[\\\\\\p{Cntrl}]|[^\\x20-\\x7e]|%(?:5[cC]|2[fF]|0|1|7[fF])");
  /** Steps that are neither empty nor lead up. */
  private static final Pattern PAGE = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[^/]+)+/?");

  private ReturnTo() {}

  /** The path and query, if they lead to a page of ours and back to nothing that signs people in or out. */
  public static Optional<String> parse(@Nullable String asked) {
    if (asked == null || asked.length() > LONGEST || TREACHEROUS.matcher(asked).find()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(asked);
      // A parser drops empty authorities (///host); a browser takes what follows for the host.
      boolean plain = !uri.isAbsolute() && uri.getRawFragment() == null && asked.startsWith(uri.getRawPath());
      return plain && isPage(uri.getRawPath()) ? Optional.of(asked) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A page of ours that is to lead on to the wanted one, which comes from {@link #parse} or from us. */
  public static String carry(String page, Optional<String> wanted) {
    return wanted
        .map(path -> page + (page.contains("?") ? "&" : "?") + "returnTo="
            + URLEncoder.encode(path, StandardCharsets.UTF_8))
        .orElse(page);
  }

  private static boolean isPage(String path) {
    return PAGE.matcher(path).matches() && !path.startsWith("/api/") && !path.startsWith("/sign-");
  }
}
