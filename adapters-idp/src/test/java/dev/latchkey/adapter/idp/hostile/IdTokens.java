package dev.latchkey.adapter.idp.hostile;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/** Signs what the provider says about a person, or does something that only looks like it. */
final class IdTokens {
  private final SigningKeys keys;
  private final String issuer;
  private final String clientSecret;

  IdTokens(SigningKeys keys, String issuer, String clientSecret) {
    this.keys = keys;
    this.issuer = issuer;
    this.clientSecret = clientSecret;
  }

  String of(JWTClaimsSet claims, Set<Lie> lies) {
    try {
      return written(claims, lies);
    } catch (JOSEException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The ID token could not be signed", e);
    }
  }

  private String written(JWTClaimsSet claims, Set<Lie> lies) throws JOSEException, NoSuchAlgorithmException {
    if (lies.contains(Lie.NOT_A_TOKEN)) {
      return "neither.nor.token";
    }
    if (lies.contains(Lie.ALGORITHM_UNSPEAKABLE)) {
      return Base64URL.encode("{\"alg\":\"RS256\\u0000\\r\\n" + "y".repeat(10_000) + "\"}") + "."
          + Base64URL.encode(claims.toString()) + "." + Base64URL.encode("signature");
    }
    if (lies.contains(Lie.UNSIGNED)) {
      return new PlainJWT(claims).serialize();
    }
    if (lies.contains(Lie.UNSIGNED_INSIDE_ENCRYPTED)) {
      return encrypted(new PlainJWT(claims).serialize());
    }
    if (lies.contains(Lie.SIGNED_WITH_CLIENT_SECRET)) {
      return signed(header(JWSAlgorithm.HS256), claims,
          new MACSigner(clientSecret.getBytes(StandardCharsets.UTF_8)));
    }
    if (lies.contains(Lie.SIGNED_WITH_PUBLIC_KEY_AS_SECRET)) {
      return signed(header(JWSAlgorithm.HS256), claims, new MACSigner(keys.current().toRSAPublicKey().getEncoded()));
    }
    return byKey(claims, lies);
  }

  private String byKey(JWTClaimsSet claims, Set<Lie> lies) throws JOSEException {
    JWSHeader.Builder header = header(JWSAlgorithm.RS256);
    RSAKey key = keys.current();
    if (lies.contains(Lie.TYPE_OTHER)) {
      header.type(new JOSEObjectType("logout+jwt"));
    }
    if (lies.contains(Lie.UNKNOWN_KEY_ID)) {
      header.keyID("unheard-of");
    }
    if (lies.contains(Lie.FOREIGN_KEY)) {
      key = keys.foreign();
    }
    if (lies.contains(Lie.FOREIGN_KEY_IN_HEADER)) {
      key = keys.foreign();
      header.jwk(key.toPublicJWK());
    }
    if (lies.contains(Lie.FOREIGN_KEY_BY_JKU)) {
      key = keys.foreign();
      header.keyID(key.getKeyID()).jwkURL(URI.create(issuer + Endpoint.FOREIGN_KEYS.path));
    }
    if (lies.contains(Lie.FOREIGN_KEY_BY_X5U)) {
      key = keys.foreign();
      header.keyID(key.getKeyID()).x509CertURL(URI.create(issuer + Endpoint.FOREIGN_KEYS.path));
    }
    String token = signed(header, claims, new RSASSASigner(key));
    return lies.contains(Lie.SIGNATURE_BROKEN) ? broken(token) : token;
  }

  private JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keys.current().getKeyID());
  }

  private static String signed(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
    SignedJWT token = new SignedJWT(header.build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  /** With the key that OpenID Connect Core 1.0 §10.2 makes of a client secret. */
  private String encrypted(String inner) throws JOSEException, NoSuchAlgorithmException {
    byte[] key = MessageDigest.getInstance("SHA-256").digest(clientSecret.getBytes(StandardCharsets.UTF_8));
    JWEObject wrapper = new JWEObject(
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).contentType("JWT").build(),
        new Payload(inner));
    wrapper.encrypt(new DirectEncrypter(key));
    return wrapper.serialize();
  }

  /** In the middle: the last character holds bits that nobody reads. */
  private static String broken(String token) {
    int at = token.length() - 100;
    return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
  }
}
