package dev.latchkey.adapter.idp.hostile;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the provider says about a person (OpenID Connect Core 1.0 §2, §5.3.2), and how it is wrong when it lies. */
final class Statements {
  private static final String STRANGER = "somebody-else";

  private final String issuer;
  private final String clientId;

  Statements(String issuer, String clientId) {
    this.issuer = issuer;
    this.clientId = clientId;
  }

  JWTClaimsSet idToken(Grant grant, String accessToken, Set<Lie> lies, boolean terse) {
    Instant now = Instant.now();
    Map<String, Object> claims = new LinkedHashMap<>(terse ? Map.of() : grant.person().claims());
    claims.putIfAbsent("iss", issuer);
    claims.put("sub", grant.person().subject());
    claims.put("aud", clientId);
    claims.put("iat", Date.from(now));
    claims.put("exp", Date.from(now.plusSeconds(300)));
    claims.put("nonce", grant.parameter("nonce"));
    claims.put("at_hash", hash(accessToken));
    lies.forEach(lie -> falsify(claims, lie, now));
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    return set.build();
  }

  Map<String, Object> userinfo(Grant grant, Set<Lie> lies) {
    Map<String, Object> claims = new LinkedHashMap<>(grant.person().claims());
    claims.remove("iss");
    claims.put("sub", lies.contains(Lie.USERINFO_OF_ANOTHER) ? STRANGER : grant.person().subject());
    if (lies.contains(Lie.USERINFO_WITHOUT_SUBJECT)) {
      claims.remove("sub");
    }
    return claims;
  }

  private void falsify(Map<String, Object> claims, Lie lie, Instant now) {
    switch (lie) {
      case ISSUER_OTHER -> claims.put("iss", "https://login.other.example");
      case ISSUER_MISSING -> claims.remove("iss");
      case AUDIENCE_OTHER -> claims.put("aud", STRANGER);
      case AUDIENCE_MISSING -> claims.remove("aud");
      case AUDIENCE_SHARED -> claims.put("aud", List.of(clientId, STRANGER));
      case AUTHORIZED_PARTY_OTHER -> claims.put("azp", STRANGER);
      case EXPIRED -> claims.put("exp", Date.from(now.minusSeconds(120)));
      case EXPIRY_MISSING -> claims.remove("exp");
      case ISSUED_LATER -> claims.put("iat", Date.from(now.plusSeconds(120)));
      case ISSUED_AT_MISSING -> claims.remove("iat");
      case NOT_YET_VALID -> claims.put("nbf", Date.from(now.plusSeconds(120)));
      case NONCE_OTHER -> claims.put("nonce", STRANGER);
      case NONCE_MISSING -> claims.remove("nonce");
      case SUBJECT_MISSING -> claims.remove("sub");
      case SUBJECT_EMPTY -> claims.put("sub", "");
      case SUBJECT_UNSPEAKABLE -> claims.put("sub", "some\u0000body");
      case SUBJECT_NO_STRING -> claims.put("sub", 42);
      case ACCESS_TOKEN_HASH_OTHER -> claims.put("at_hash", hash(STRANGER));
      default -> {
        // Told elsewhere.
      }
    }
  }

  /** For RS256 (OpenID Connect Core 1.0 §3.1.3.6). */
  private static String hash(String accessToken) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return Base64URL.encode(Arrays.copyOf(digest, 16)).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
