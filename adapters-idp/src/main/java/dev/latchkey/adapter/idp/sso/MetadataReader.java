package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jose.JWSAlgorithm;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads metadata (OpenID Connect Discovery 1.0 §3, RFC 8414 §2), and finds everything in it that rules a sign-in out. */
final class MetadataReader {
  private static final String BASIC = "client_secret_basic";
  private static final String FORM = "client_secret_post";
  /** By a key pair, so that who can check a signature can't make one. */
  private static final Set<JWSAlgorithm> ACCEPTED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
      JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384,
      JWSAlgorithm.ES512);

  private final OidcClient client;
  private final Json json;
  private final List<SsoProblem> problems = new ArrayList<>();

  MetadataReader(OidcClient client, Json json) {
    this.client = client;
    this.json = json;
  }

  /** All that was found, after {@link #read}. */
  List<SsoProblem> problems() {
    return List.copyOf(problems);
  }

  /** Empty if anything is wrong. */
  Optional<ProviderMetadata> read() {
    String issuer = issuer();
    URI authorization = endpoint("authorization_endpoint");
    URI token = endpoint("token_endpoint");
    URI keys = endpoint("jwks_uri");
    boolean advertisesPkce = pkce();
    Set<JWSAlgorithm> algorithms = algorithms();
    List<String> proofs = json.texts("token_endpoint_auth_methods_supported").orElse(List.of(BASIC));
    if (!proofs.contains(BASIC) && !proofs.contains(FORM)) {
      found(SsoFault.CLIENT_REFUSED,
          "Clients prove themselves by " + shown(proofs) + " there, but not by their secret.");
    }
    if (json.texts("response_types_supported").filter(types -> !types.contains("code")).isPresent()) {
      found(SsoFault.NO_CODE_FLOW, "It does not offer the authorization code flow (response type code).");
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ProviderMetadata(issuer, authorization, token, keys, optional("userinfo_endpoint"),
        optional("end_session_endpoint"), algorithms, proofs.contains(BASIC),
        json.isTrue("authorization_response_iss_parameter_supported"), advertisesPkce,
        isToBeAskedForRefreshTokens(authorization)));
  }

  private String issuer() {
    String stated = json.text("issuer").orElse("");
    IssuerUrl configured = client.issuer();
    boolean entra = client.provider() == Provider.AZURE
        && Tenants.of(configured).filter(tenants -> tenants.mayBeCalled(stated)).isPresent();
    if (!stated.equals(configured.value()) && !entra) {
      found(SsoFault.ISSUER_DIFFERS, "Its metadata names the issuer \"" + ProviderWords.tame(stated) + "\", not \""
          + configured.value() + "\". Both must be the same to the letter.");
    }
    return stated;
  }

  private URI endpoint(String name) {
    Optional<URI> uri = optional(name);
    if (uri.isEmpty()) {
      found(SsoFault.ENDPOINT_MISSING, "Its metadata lack a usable " + name + ".");
    }
    return uri.orElse(client.issuer().uri());
  }

  /** Whether a call would be allowed is found out when it is made; a browser is only ever sent to the web. */
  private Optional<URI> optional(String name) {
    boolean local = "http".equals(client.issuer().uri().getScheme());
    return json.uri(name).filter(uri -> uri.getHost() != null && uri.getRawFragment() == null
        && ("https".equals(uri.getScheme()) || (local && "http".equals(uri.getScheme()))));
  }

  /** We do it in any case; who lists methods without ours would refuse us. */
  private boolean pkce() {
    Optional<List<String>> methods = json.texts("code_challenge_methods_supported");
    boolean advertised = methods.filter(names -> names.contains("S256")).isPresent();
    if (methods.isPresent() && !advertised) {
      found(SsoFault.NO_PKCE, "It offers PKCE by " + shown(methods.get()) + " only; S256 is needed (RFC 7636).");
    }
    return advertised;
  }

  /** Keycloak gives them anyway; asked for them by this scope, it ends the person's own session there. */
  private boolean isToBeAskedForRefreshTokens(URI authorization) {
    return json.texts("scopes_supported").orElse(List.of()).contains("offline_access")
        && !authorization.toString().endsWith("/protocol/openid-connect/auth");
  }

  private Set<JWSAlgorithm> algorithms() {
    List<String> offered = json.texts("id_token_signing_alg_values_supported").orElse(List.of("RS256"));
    Set<JWSAlgorithm> usable = offered.stream().map(JWSAlgorithm::parse).filter(ACCEPTED::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    if (usable.isEmpty()) {
      found(SsoFault.NO_ALGORITHM,
          "It signs ID tokens by " + shown(offered) + " only; one of RS256, PS256 or ES256 is needed.");
    }
    return usable;
  }

  private void found(SsoFault fault, String detail) {
    problems.add(new SsoProblem(fault, detail));
  }

  private static String shown(List<String> names) {
    return ProviderWords.tame(String.valueOf(names));
  }
}
