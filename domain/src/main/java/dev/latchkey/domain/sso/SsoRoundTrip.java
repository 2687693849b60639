package dev.latchkey.domain.sso;

import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenHash;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a browser that was sent to an identity provider, until it comes back: who is asked, through which
 * version of the connection, what was agreed, and what for.
 *
 * @param browser the lasting cookie of the one that was sent
 * @param anewSince when it was sent to sign in there once more; empty if the provider may let pass whom it knows
 * @param linking the session whose person wants to be linked; empty for signing in
 * @param invitation the link that was to be accepted by signing in
 * @param returnTo the page to go on to
 */
public record SsoRoundTrip(OrganizationId organization, int connectionVersion, Handshake handshake, TokenHash browser,
    Optional<Instant> anewSince, Optional<SessionId> linking, Optional<LinkToken> invitation,
    Optional<String> returnTo) {

  /** The form in which it waits inside a one-time secret. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("organization", organization.value());
    facts.put("version", String.valueOf(connectionVersion));
    facts.put("nonce", handshake.nonce());
    facts.put("codeVerifier", handshake.codeVerifier());
    facts.put("redirectUri", handshake.redirectUri().toString());
    facts.put("browser", browser.hex());
    anewSince.ifPresent(it -> facts.put("anewSince", it.toString()));
    linking.ifPresent(it -> facts.put("linking", it.value()));
    invitation.ifPresent(it -> facts.put("invitation", it.value()));
    returnTo.ifPresent(it -> facts.put("returnTo", it));
    return facts;
  }

  /** @throws IllegalArgumentException if the facts are not those of a round trip */
  public static SsoRoundTrip fromFacts(Map<String, String> facts) {
    return new SsoRoundTrip(new OrganizationId(required(facts, "organization")),
        Integer.parseInt(required(facts, "version")),
        new Handshake(required(facts, "nonce"), required(facts, "codeVerifier"),
            URI.create(required(facts, "redirectUri"))),
        new TokenHash(required(facts, "browser")), Optional.ofNullable(facts.get("anewSince")).map(Instant::parse),
        Optional.ofNullable(facts.get("linking")).map(SessionId::new),
        Optional.ofNullable(facts.get("invitation")).map(LinkToken::parse), Optional.ofNullable(facts.get("returnTo")));
  }

  /** What the sign-in lacks that was asked for. */
  public Optional<SsoProblem> lackingIn(ProviderSignIn signIn) {
    return anewSince.flatMap(signIn::notAnewSince);
  }

  private static String required(Map<String, String> facts, String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A round trip without " + name);
    }
    return value;
  }
}
