package dev.latchkey.adapter.idp.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The provider's key, the one before it, and one that it shows to nobody. */
final class SigningKeys {
  /** More than any test has providers at once use. */
  private static final int MOST_KEPT = 8;
  private static final Deque<RSAKey> KEPT = new ArrayDeque<>();

  private final RSAKey foreign = kept();
  private volatile RSAKey current = kept();
  private volatile @Nullable String shown;

  RSAKey current() {
    return current;
  }

  RSAKey foreign() {
    return foreign;
  }

  void rotate() {
    current = fresh();
  }

  void publish(String set) {
    shown = set;
  }

  String published() {
    String other = shown;
    return other != null ? other : new JWKSet(current.toPublicJWK()).toString();
  }

  String foreignPublished() {
    return new JWKSet(foreign.toPublicJWK()).toString();
  }

  /** One that no other provider has had for long: making them takes longer than what they are made for. */
  private static synchronized RSAKey kept() {
    RSAKey key = KEPT.size() < MOST_KEPT ? fresh() : KEPT.removeFirst();
    KEPT.addLast(key);
    return key;
  }

  private static RSAKey fresh() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("No RSA key could be made", e);
    }
  }
}
