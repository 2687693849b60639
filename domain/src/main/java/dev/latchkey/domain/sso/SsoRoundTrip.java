package dev.latchkey.domain.sso;

import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A browser's way to an organization's identity provider and back: who is asked, through which version of the connection,
 * what was agreed, and what for.
 *
 * @param anewSince when it was sent to sign in there once more; empty if the provider may let pass whom it knows
 * @param invitation the link that was to be accepted by signing in
 */
public record SsoRoundTrip(OrganizationId organization, int connectionVersion, RoundTrip way,
    Optional<Instant> anewSince, Optional<LinkToken> invitation) {

  public Handshake handshake() {
    return way.handshake();
  }

  /** The session whose person wants to be linked; empty for signing in. */
  public Optional<SessionId> linking() {
    return way.linking();
  }

  /** The page to go on to. */
  public Optional<String> returnTo() {
    return way.returnTo();
  }

  /** The form in which it waits inside a one-time secret. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = way.toFacts();
    facts.put("organization", organization.value());
    facts.put("version", String.valueOf(connectionVersion));
    anewSince.ifPresent(it -> facts.put("anewSince", it.toString()));
    invitation.ifPresent(it -> facts.put("invitation", it.value()));
    return facts;
  }

  /** @throws IllegalArgumentException if the facts are not those of such a round trip */
  public static SsoRoundTrip fromFacts(Map<String, String> facts) {
    return new SsoRoundTrip(new OrganizationId(RoundTrip.required(facts, "organization")),
        Integer.parseInt(RoundTrip.required(facts, "version")), RoundTrip.fromFacts(facts),
        Optional.ofNullable(facts.get("anewSince")).map(Instant::parse),
        Optional.ofNullable(facts.get("invitation")).map(LinkToken::parse));
  }

  /** What the sign-in lacks that was asked for. */
  public Optional<SsoProblem> lackingIn(ProviderSignIn signIn) {
    return anewSince.flatMap(signIn::notAnewSince);
  }
}
