package dev.latchkey.adapter.web.request;

import dev.latchkey.domain.onetime.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a browser wanted to go before it had to wait for a link by e-mail, kept by the browser itself. */
public final class PendingReturn {
  private static final String NAME = "__Host-latchkey-return";

  private PendingReturn() {}

  /** @param wanted as {@link ReturnTo} parsed it; without one the browser forgets what it wanted before */
  public static String cookie(Optional<String> wanted) {
    return wanted.map(path -> Base64.getUrlEncoder().withoutPadding()
        .encodeToString(path.getBytes(StandardCharsets.US_ASCII)))
        .map(encoded -> Cookies.lasting(NAME, encoded, Purpose.MAGIC_LINK.lifetime()))
        .orElseGet(PendingReturn::cleared);
  }

  public static String cleared() {
    return Cookies.cleared(NAME);
  }

  /** Parsed again: what a browser sends is not believed because it once had it from us. */
  public static Optional<String> of(Visit visit) {
    return visit.cookie(NAME).flatMap(PendingReturn::decode).flatMap(ReturnTo::parse);
  }

  private static Optional<String> decode(String encoded) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
