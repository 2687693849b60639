package dev.latchkey.adapter.web.request;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.session.BearerToken;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * Our cookies. The prefix {@code __Host-} makes browsers insist on Secure, on the path / and on our very host, so that
 * no neighbour of ours can plant one (RFC 6265bis §4.1.3.2). In JavaScript none can be read.
 */
public final class Cookies {
  public static final String SESSION = "__Host-latchkey";
  public static final String BROWSER = "__Host-latchkey-browser";
  private static final String GUARDED = "; Path=/; Secure; HttpOnly; SameSite=Lax";
  /** The longest that browsers keep a cookie. */
  private static final Duration LASTING = Duration.ofDays(400);

  private Cookies() {}

  /** Ends with the browser; how long it really counts is decided at the server. */
  public static String session(BearerToken token) {
    return SESSION + "=" + token.value() + GUARDED;
  }

  public static String browser(BearerToken token) {
    return lasting(BROWSER, token.value(), LASTING);
  }

  /** @param value letters, digits, hyphens, dots and underscores only */
  public static String lasting(String name, String value, Duration life) {
    return name + "=" + value + "; Max-Age=" + life.toSeconds() + GUARDED;
  }

  public static String cleared(String name) {
    return name + "=; Max-Age=0" + GUARDED;
  }

  /** A token of ours; what doesn't look like one is as good as no cookie. */
  static Optional<BearerToken> token(HttpServletRequest request, String name) {
    return single(request, name).flatMap(Cookies::parse);
  }

  /**
   * The value of a cookie, unless it was sent twice: then somebody planted one, and it can't be said which.
   *
   * <p>Read by ourselves as browsers write it (RFC 6265 §5.4): servers still split at commas and unwrap quotes (RFC
   * 2965), so that a neighbour could plant one of ours inside the value of one of theirs.
   */
  static Optional<String> single(HttpServletRequest request, String name) {
    String start = name + "=";
    List<String> found = new ArrayList<>(1);
    for (Enumeration<String> headers = request.getHeaders("Cookie"); headers.hasMoreElements();) {
      for (String pair : headers.nextElement().split(";")) {
        String cookie = pair.strip();
        if (cookie.startsWith(start)) {
          found.add(cookie.substring(start.length()));
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Optional<BearerToken> parse(String value) {
    try {
      return Optional.of(new BearerToken(value));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
