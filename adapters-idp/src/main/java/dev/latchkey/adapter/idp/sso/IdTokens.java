package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import dev.latchkey.adapter.idp.sso.TokenCalls.Tokens;
import dev.latchkey.domain.sso.SsoFault;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.pac4j.oidc.config.OidcConfiguration;
import org.pac4j.oidc.profile.creator.TokenValidator;

/**
 * Judges ID tokens (OpenID Connect Core 1.0 §3.1.3.7): what may not even be tried is refused here, the signature and the
 * usual claims are pac4j's to check, with the provider's own keys and one algorithm; then {@link IdTokenRules} look
 * again, at what the library leaves to its callers, and to name what is wrong.
 */
final class IdTokens {
  private IdTokens() {}

  /** @param tokens among which the ID token is */
  static JWTClaimsSet validated(Tokens tokens, IdTokenRules rules, ProviderMetadata metadata,
      JWKSource<SecurityContext> keys) throws Refusal {
    try {
      return judged(tokens, rules, metadata, keys);
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
      // The library's parsers have more ways to fail than they declare, and here a stranger chooses what they read.
      throw new Refusal(SsoFault.TOKEN_MALFORMED, "The ID token is not readable.");
    }
  }

  private static JWTClaimsSet judged(Tokens tokens, IdTokenRules rules, ProviderMetadata metadata,
      JWKSource<SecurityContext> keys) throws Refusal {
    SignedJWT signed = signed(tokens.idToken()
        .orElseThrow(() -> new Refusal(SsoFault.TOKEN_MALFORMED, "The provider gave no ID token.")), metadata);
    JWTClaimsSet claims = claimsOf(signed);
    String issuer = rules.issuerFor(claims);
    try {
      validator(signed.getHeader().getAlgorithm(), issuer, rules, metadata, keys)
          .validateIdToken(signed, new Nonce(rules.nonce()));
    } catch (BadJWTException e) {
      // The signature is right, so that the rules may say what is wrong with the claims.
      rules.check(claims);
      throw new Refusal(SsoFault.TOKEN_MALFORMED, "The ID token is not valid: "
          + ProviderWords.tame(String.valueOf(e.getMessage())));
    } catch (JOSEException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : signature(e);
    } catch (BadJOSEException e) {
      throw signature(e);
    }
    rules.check(claims);
    checkHash(claims, tokens, signed.getHeader().getAlgorithm());
    return claims;
  }

  /** That the access token belongs to it, where it says so (OpenID Connect Core 1.0 §3.1.3.8). */
  private static void checkHash(JWTClaimsSet claims, Tokens tokens, JWSAlgorithm algorithm) throws Refusal {
    Optional<String> hash = IdTokenRules.text(claims, "at_hash");
    if (hash.isEmpty() || tokens.accessToken().isEmpty()) {
      return;
    }
    try {
      AccessTokenValidator.validate(new BearerAccessToken(tokens.accessToken().get()), algorithm,
          new AccessTokenHash(hash.get()));
    } catch (InvalidHashException e) {
      throw new Refusal(SsoFault.TOKEN_MALFORMED, "The ID token is of another access token (at_hash).");
    }
  }

  private static SignedJWT signed(String token, ProviderMetadata metadata) throws Refusal {
    SignedJWT signed = switch (parsed(token)) {
      case SignedJWT jwt -> jwt;
      default -> throw new Refusal(SsoFault.TOKEN_ALGORITHM, "The ID token is not signed, or wrapped in another one.");
    };
    JWSHeader header = signed.getHeader();
    if (!metadata.algorithms().contains(header.getAlgorithm())) {
      throw new Refusal(SsoFault.TOKEN_ALGORITHM, "The ID token is signed by "
          + ProviderWords.tame(String.valueOf(header.getAlgorithm()))
          + ", which was not agreed: " + metadata.algorithms());
    }
    boolean bringsKeys = header.getJWK() != null || header.getJWKURL() != null || header.getX509CertURL() != null
        || header.getX509CertChain() != null;
    if (bringsKeys) {
      throw new Refusal(SsoFault.TOKEN_SIGNATURE, "The ID token brings along the key that is to prove it.");
    }
    if (header.getType() != null && !header.getType().getType().equalsIgnoreCase("JWT")) {
      throw new Refusal(SsoFault.TOKEN_MALFORMED,
          "It is a token of another kind: " + ProviderWords.tame(header.getType().getType()));
    }
    return signed;
  }

  private static JWT parsed(String token) throws Refusal {
    try {
      return JWTParser.parse(token);
    } catch (ParseException e) {
      throw new Refusal(SsoFault.TOKEN_MALFORMED, "What should be an ID token is none.");
    }
  }

  private static JWTClaimsSet claimsOf(SignedJWT signed) throws Refusal {
    try {
      // Before the library reads it, which knows no depth and takes a number for a text.
      Json json = Json.parse(signed.getPayload().toString())
          .orElseThrow(() -> new ParseException("No object of reasonable depth", 0));
      if (json.text("sub").isEmpty()) {
        throw new Refusal(SsoFault.TOKEN_SUBJECT, "The ID token names nobody (sub).");
      }
      return signed.getJWTClaimsSet();
    } catch (ParseException e) {
      throw new Refusal(SsoFault.TOKEN_MALFORMED, "The ID token holds no readable claims.");
    }
  }

  private static TokenValidator validator(JWSAlgorithm algorithm, String issuer, IdTokenRules rules,
      ProviderMetadata metadata, JWKSource<SecurityContext> keys) {
    OidcConfiguration configuration = new OidcConfiguration();
    configuration.setClientId(rules.clientId());
    configuration.setMaxClockSkew((int) IdTokenRules.SKEW.toSeconds());
    OIDCProviderMetadata stated =
        new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), metadata.keys());
    stated.setIDTokenJWSAlgs(List.of(algorithm));
    return new TokenValidator(configuration, stated) {
      @Override
      protected IDTokenValidator createRSAIdTokenValidator(JWSAlgorithm only, ClientID clientId) {
        return new IDTokenValidator(new Issuer(issuer), clientId, new JWSVerificationKeySelector<>(only, keys), null);
      }
    };
  }

  private static Refusal signature(Exception e) {
    return new Refusal(SsoFault.TOKEN_SIGNATURE,
        "The ID token is not signed by a key of the provider: " + ProviderWords.tame(String.valueOf(e.getMessage())));
  }
}
