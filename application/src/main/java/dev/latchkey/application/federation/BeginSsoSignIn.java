package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.federation.SsoDeparture.Prepared;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoFault;
import java.net.URI;
import java.util.Optional;

/** Sends a browser to an organization's identity provider, to sign in there. */
public final class BeginSsoSignIn {
  private final Organizations organizations;
  private final SsoConnections connections;
  private final SsoDeparture departure;
  private final SsoAudit audit;
  private final UnitOfWork unitOfWork;

  public BeginSsoSignIn(Organizations organizations, SsoConnections connections, SsoDeparture departure,
      SsoAudit audit, UnitOfWork unitOfWork) {
    this.organizations = organizations;
    this.connections = connections;
    this.departure = departure;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome begin(Command command) {
    Optional<Prepared> prepared = unitOfWork.run(() -> organizations.findBySlug(command.organization())
        .flatMap(organization -> connections.find(organization.id())
            .map(connection -> departure.prepare(organization, connection, new SsoDeparture.Purposes(command.browser(),
                command.anew(), Optional.empty(), command.invitation(), command.returnTo())))));
    return prepared.map(trip -> leadAway(trip, command)).orElseGet(Outcome.NotOffered::new);
  }

  private Outcome leadAway(Prepared trip, Command command) {
    return switch (departure.leadAway(trip, command.loginHint())) {
      case Authorization.At at -> new Outcome.LedAway(at.location());
      case Authorization.Impossible impossible -> unitOfWork.run(() -> {
        audit.failed(new SsoAudit.Trip(trip.organization().id(), false, command.origin()), impossible.problem());
        return new Outcome.Refused(impossible.problem().fault());
      });
    };
  }

  /**
   * Who wants to sign in where.
   *
   * @param loginHint the address that was typed, if any
   * @param anew whether the provider shall ask again, though it still knows the person
   * @param invitation the link from the mail that is to be accepted by it; one that is worth nothing changes nothing
   * @param returnTo the page to go on to
   */
  public record Command(Slug organization, Optional<EmailAddress> loginHint, boolean anew,
      Optional<LinkToken> invitation,
      Optional<String> returnTo, SentBrowser browser, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record LedAway(URI location) implements Outcome {}

    /** No such organization, or it has no identity provider: deliberately one answer. */
    record NotOffered() implements Outcome {}

    record Refused(SsoFault fault) implements Outcome {}
  }
}
