package dev.latchkey.domain.sso;

import java.net.URI;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What is agreed for one round trip to a provider, before the browser is sent there, and is held against its answer.
 *
 * @param nonce has to stand in the ID token (OpenID Connect Core 1.0 §3.1.2.1)
 * @param codeVerifier shown only when the code is redeemed (RFC 7636 §4.1)
 * @param redirectUri to where the provider sends the browser back
 */
public record Handshake(String nonce, String codeVerifier, URI redirectUri) {

  /** 256 random bits each. */
  public static Handshake random(URI redirectUri, RandomGenerator random) {
    return new Handshake(text(random), text(random), redirectUri);
  }

  private static String text(RandomGenerator random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** Keeps the secrets out of logs. */
  @Override
  public String toString() {
    return "Handshake[" + redirectUri + "]";
  }
}
