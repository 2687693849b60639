package dev.latchkey.domain.sso;

import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenHash;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of every browser that was sent to an identity provider, whoever's that is, until it comes back.
 *
 * @param linking the session whose person wants to be linked; empty for signing in
 * @param returnTo the page to go on to
 */
public record RoundTrip(Handshake handshake, SentBrowser browser, Optional<SessionId> linking,
    Optional<String> returnTo) {

  /** Why this is not the browser, or not the way, that was agreed; empty if it is. */
  public Optional<SsoProblem> problemOf(TokenHash returning, URI cameTo) {
    if (!browser.cookie().equals(returning)) {
      return Optional.of(new SsoProblem(SsoFault.BROWSER_DIFFERS, "It was begun in another browser."));
    }
    return handshake.redirectUri().equals(cameTo)
        ? Optional.empty()
        : Optional.of(new SsoProblem(SsoFault.CALLBACK_DIFFERS,
            "It came to " + cameTo + "; agreed was " + handshake.redirectUri() + "."));
  }

  /** The form in which it waits inside a one-time secret; whoever is asked adds more. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("nonce", handshake.nonce());
    facts.put("codeVerifier", handshake.codeVerifier());
    facts.put("redirectUri", handshake.redirectUri().toString());
    facts.put("browser", browser.cookie().hex());
    facts.put("ledHere", String.valueOf(browser.ledHere()));
    linking.ifPresent(it -> facts.put("linking", it.value()));
    returnTo.ifPresent(it -> facts.put("returnTo", it));
    return facts;
  }

  /** @throws IllegalArgumentException if the facts are not those of a round trip */
  public static RoundTrip fromFacts(Map<String, String> facts) {
    return new RoundTrip(
        new Handshake(required(facts, "nonce"), required(facts, "codeVerifier"),
            URI.create(required(facts, "redirectUri"))),
        new SentBrowser(new TokenHash(required(facts, "browser")), Boolean.parseBoolean(facts.get("ledHere"))),
        Optional.ofNullable(facts.get("linking")).map(SessionId::new),
        Optional.ofNullable(facts.get("returnTo")));
  }

  /** @throws IllegalArgumentException if there is no fact of this name */
  public static String required(Map<String, String> facts, String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A round trip without " + name);
    }
    return value;
  }
}
