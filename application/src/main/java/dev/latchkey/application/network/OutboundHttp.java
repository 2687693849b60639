package dev.latchkey.application.network;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The only way out to servers that customers name. It goes where the
 * {@link dev.latchkey.domain.network.AddressPolicy address policy} allows, to exactly the address that was checked;
 * follows no redirect, keeps no cookies, and takes no more than {@link #MOST_BYTES} as answer.
 */
@FunctionalInterface
public interface OutboundHttp {
  int MOST_BYTES = 1024 * 1024;

  /** Calls once; what goes wrong is an answer, not an exception. */
  Answer send(Call call);

  /**
   * A call, GET without a form and POST with one.
   *
   * @param form as {@code application/x-www-form-urlencoded}
   * @param within how long all of it may take, down to the last byte of the answer
   */
  record Call(URI uri, Map<String, String> headers, Optional<String> form, Duration within) {
    public Call {
      headers = Map.copyOf(headers);
    }

    public static Call get(URI uri, Duration within) {
      return new Call(uri, Map.of("Accept", "application/json"), Optional.empty(), within);
    }

    /** Keeps what may be a secret out of logs. */
    @Override
    public String toString() {
      return "Call[" + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + "]";
    }
  }

  /** What came of a call. */
  sealed interface Answer {
    /**
     * @param contentType absent if the server did not say it
     * @param body as UTF-8
     */
    record Responded(int status, Optional<String> contentType, String body) implements Answer {
      /** Keeps what may be a secret out of logs. */
      @Override
      public String toString() {
        return "Responded[" + status + ", " + contentType + "]";
      }
    }

    /** @param detail for an admin, in a sentence */
    record Failed(Failure why, String detail) implements Answer {}
  }

  /** Why there is no answer that could be read. */
  enum Failure {
    /** The policy forbids the address, or the way to it. */
    FORBIDDEN,
    /** No such host, or nobody listens there. */
    UNREACHABLE, TIMEOUT,
    /** The server does not prove that it is who it should be. */
    TLS, REDIRECTED, TOO_LARGE,
    /** The answer is packed, though that was not asked for. */
    ENCODED
  }
}
