package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider says about itself, as far as we rely on it, checked.
 *
 * @param issuer as it stands in tokens; for an Entra for several tenants with a placeholder for the tenant
 * @param algorithms by which it signs ID tokens and which we accept
 * @param basic whether clients may prove themselves by the header (RFC 6749 §2.3.1), else in the form
 * @param namesItself whether its answers carry {@code iss} (RFC 9207 §3)
 * @param refreshTokensByScope whether they are only given to who asks for {@code offline_access} (OpenID Connect Core 1.0 §11)
 */
record ProviderMetadata(String issuer, URI authorization, URI token, URI keys, Optional<URI> userinfo,
    Optional<URI> signOut, Set<JWSAlgorithm> algorithms, boolean basic, boolean namesItself, boolean advertisesPkce,
    boolean refreshTokensByScope) {}
