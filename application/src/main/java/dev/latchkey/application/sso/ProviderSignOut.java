package dev.latchkey.application.sso;

import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.sso.SsoConnection;
import java.net.URI;
import java.util.Optional;

/** How the browser of a session that ends is signed out of its identity provider as well. */
public final class ProviderSignOut {
  private final ProviderSessions providerSessions;
  private final SsoConnections connections;
  private final RelyingParty relyingParty;
  private final URI returnTo;

  /** @param returnTo where the provider sends people afterwards; to be registered there */
  public ProviderSignOut(ProviderSessions providerSessions, SsoConnections connections, RelyingParty relyingParty,
      URI returnTo) {
    this.providerSessions = providerSessions;
    this.connections = connections;
    this.relyingParty = relyingParty;
    this.returnTo = returnTo;
  }

  /** What there is to end at the provider; inside the running unit of work, before the session goes. */
  public Optional<Departure> of(Session session) {
    if (!session.proofs().has(Proof.Sso.class)) {
      return Optional.empty();
    }
    return providerSessions.lastOf(session.id()).flatMap(given -> connections.find(given.organization())
        .filter(it -> it.version() == given.connectionVersion())
        .map(connection -> new Departure(connection, given.tokens().idToken())));
  }

  /** Where to send the browser, if the provider offers it; may ask the provider, hence outside any unit of work. */
  public Optional<URI> address(Departure departure) {
    return relyingParty.signOut(departure.connection.client(), departure.idToken, returnTo);
  }

  /** A session at a provider. */
  public record Departure(SsoConnection connection, String idToken) {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "Departure[" + connection.organizationId() + "]";
    }
  }
}
