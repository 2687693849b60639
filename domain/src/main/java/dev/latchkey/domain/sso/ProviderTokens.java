package dev.latchkey.domain.sso;

import java.util.Optional;

/**
 * What a provider gave for later.
 *
 * @param idToken as it was signed, for signing out there
 * @param refreshToken for asking whether the person is still there
 */
public record ProviderTokens(String idToken, Optional<String> refreshToken) {

  /** Keeps them out of logs. */
  @Override
  public String toString() {
    return "ProviderTokens[…]";
  }
}
