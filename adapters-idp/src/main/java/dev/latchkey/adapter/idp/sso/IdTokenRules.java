package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of an ID token must say (OpenID Connect Core 1.0 §3.1.3.7), each rule with a fault of its own.
 *
 * @param statedIssuer from the metadata
 * @param now by which times are judged, give or take {@link #SKEW}
 */
record IdTokenRules(OidcClient client, String statedIssuer, String nonce, Instant now) {
  static final Duration SKEW = Duration.ofSeconds(60);

  String clientId() {
    return client.clientId().value();
  }

  /** Empty if the provider is no Entra. */
  Optional<Tenants> tenants() {
    return client.provider() == Provider.AZURE ? Tenants.of(client.issuer()) : Optional.empty();
  }

  /**
   * What {@code iss} has to be. Not checked yet is what an Entra for several tenants makes it depend on: the tenant.
   *
   * @throws Refusal if that is none that may come in
   */
  String issuerFor(JWTClaimsSet claims) throws Refusal {
    Optional<Tenants> tenants = tenants();
    if (tenants.isEmpty()) {
      return statedIssuer;
    }
    String tid = text(claims, "tid").orElse("");
    if (!tenants.get().admit(tid)) {
      throw new Refusal(SsoFault.TOKEN_TENANT,
          "People of the tenant \"" + ProviderWords.tame(tid) + "\" are not let in.");
    }
    String issuer = tenants.get().issuerOf(tid);
    if (!tenants.get().several() && !issuer.equals(statedIssuer)) {
      throw new Refusal(SsoFault.TOKEN_TENANT, "The ID token is of the tenant "
          + ProviderWords.tame(tid) + ", not of the configured one.");
    }
    return issuer;
  }

  /** @throws Refusal with the first thing that is wrong */
  void check(JWTClaimsSet claims) throws Refusal {
    require(issuerFor(claims).equals(claims.getIssuer()), SsoFault.TOKEN_ISSUER,
        "The ID token is of the issuer \"" + shown(claims.getIssuer()) + "\", not of \"" + issuerFor(claims) + "\".");
    checkAudience(claims);
    checkTimes(claims);
    require(sameSecret(nonce, text(claims, "nonce").orElse("")), SsoFault.TOKEN_NONCE,
        "The ID token was not made for this sign-in: its nonce is another one.");
  }

  private void checkAudience(JWTClaimsSet claims) throws Refusal {
    List<String> audience = claims.getAudience();
    require(audience.contains(clientId()), SsoFault.TOKEN_AUDIENCE, "The ID token is meant for "
        + ProviderWords.tame(String.valueOf(audience)) + ", not for " + clientId() + ".");
    Optional<String> party = text(claims, "azp");
    require(claims.getClaim("azp") == null ? audience.size() == 1 : party.filter(clientId()::equals).isPresent(),
        SsoFault.TOKEN_AUDIENCE,
        "The ID token was given to another client (azp), or does not say to which of several.");
  }

  private void checkTimes(JWTClaimsSet claims) throws Refusal {
    Date expires = claims.getExpirationTime();
    require(expires != null && expires.toInstant().plus(SKEW).isAfter(now), SsoFault.TOKEN_EXPIRED,
        "The ID token is over since " + expires + "; here it is " + now + ".");
    Date issued = claims.getIssueTime();
    require(issued != null && issued.toInstant().minus(SKEW).isBefore(now), SsoFault.TOKEN_TIME,
        "The ID token was issued at " + issued + "; here it is " + now + ". One of the clocks is wrong.");
    Date notBefore = claims.getNotBeforeTime();
    require(notBefore == null || notBefore.toInstant().minus(SKEW).isBefore(now), SsoFault.TOKEN_TIME,
        "The ID token is not valid before " + notBefore + "; here it is " + now + ". One of the clocks is wrong.");
  }

  static Optional<String> text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  private static void require(boolean holds, SsoFault fault, String detail) throws Refusal {
    if (!holds) {
      throw new Refusal(fault, detail);
    }
  }

  private static boolean sameSecret(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(@Nullable String text) {
    return text == null ? "" : ProviderWords.tame(text);
  }
}
