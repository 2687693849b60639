package dev.latchkey.adapter.web.page.view;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered and what to do next, worded by the status; safe to show to anybody.
 *
 * @param requestId to quote; also in every log line of the request
 * @param explanation replaces the status's general texts by what is known and what to do, already worded; null for the
 *   general ones
 * @param retryAfter how long to wait, for 429 and 503; null if unknown
 * @param signedIn whether the way back leads home or to sign-in
 */
public record ErrorView(int status, String requestId, @Nullable String explanation, @Nullable Duration retryAfter,
    boolean signedIn) implements View {

  @Override
  public String template() {
    return "error/error.jte";
  }

  /** Where the texts of this status begin in the message bundle; statuses without their own share one. */
  public String key() {
    return switch (status) {
      case 400, 403, 404, 405, 409, 413, 415, 429, 500, 503 -> "error." + status;
      default -> status < 500 ? "error.400" : "error.500";
    };
  }
}
