package dev.latchkey.server.keycloak;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The key with which all realms of a run sign at first: making one for each takes Keycloak longer than all else. */
final class RealmKey {
  static final String PROVIDER = "rsa";
  private static final String PRIVATE_KEY = privateKey();

  private RealmKey() {}

  /** What a realm is made with. */
  static Map<String, Object> components() {
    return Map.of("org.keycloak.keys.KeyProvider", List.of(Map.of("name", "given", "providerId", PROVIDER,
        "config", Map.of("priority", List.of("100"), "algorithm", List.of("RS256"), "enabled", List.of("true"),
            "active", List.of("true"), "privateKey", List.of(PRIVATE_KEY)))));
  }

  private static String privateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
          + "\n-----END PRIVATE KEY-----";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
