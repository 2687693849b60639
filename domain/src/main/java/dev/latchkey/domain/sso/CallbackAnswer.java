package dev.latchkey.domain.sso;

import java.util.Optional;

/**
 * With what the provider sent the browser back (RFC 6749 §4.1.2), apart from {@code state}. Nothing of it is believed yet.
 *
 * @param issuer {@code iss} (RFC 9207)
 * @param error what went wrong at the provider
 */
public record CallbackAnswer(Optional<String> code, Optional<String> issuer, Optional<String> error,
    Optional<String> errorDescription) {

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "CallbackAnswer[" + issuer + ", " + error + "]";
  }
}
