package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.federation.SsoDeparture.Prepared;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoFault;
import java.net.URI;
import java.util.Optional;

/**
 * Sends people who are signed in to the identity provider of an organization of theirs, to be linked there. Whom the
 * provider names is bound to the account when the browser comes back in the same session. Another way into the account is
 * opened by that, so it takes a fresh proof that is the person's own.
 */
public final class BeginSsoLinking {
  private final Memberships memberships;
  private final SsoConnections connections;
  private final SsoDeparture departure;
  private final AccountProof proof;
  private final SsoAudit audit;
  private final UnitOfWork unitOfWork;

  public BeginSsoLinking(Memberships memberships, SsoConnections connections, SsoDeparture departure,
      AccountProof proof, SsoAudit audit, UnitOfWork unitOfWork) {
    this.memberships = memberships;
    this.connections = connections;
    this.departure = departure;
    this.proof = proof;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome begin(Command command) {
    if (!proof.isFresh(command.signedIn())) {
      return new Outcome.ProofTooOld();
    }
    return unitOfWork.run(() -> prepare(command)).map(trip -> leadAway(trip, command))
        .orElseGet(Outcome.NotOffered::new);
  }

  private Optional<Prepared> prepare(Command command) {
    SessionId asking = command.signedIn().session().id();
    return organization(command).flatMap(organization -> connections.find(organization.id())
        .map(connection -> departure.prepare(organization, connection,
            new SsoDeparture.Purposes(SentBrowser.ofOwnAccord(command.browser()),
                false, Optional.of(asking), Optional.empty(), Optional.of(command.returnTo())))));
  }

  private Optional<Organization> organization(Command command) {
    return memberships.placesOf(command.signedIn().person().id()).stream()
        .filter(place -> place.membership().isActive()).map(SignedIn.Place::organization)
        .filter(it -> it.slug().equals(command.organization())).findFirst();
  }

  private Outcome leadAway(Prepared trip, Command command) {
    return switch (departure.leadAway(trip, Optional.empty())) {
      case Authorization.At at -> new Outcome.LedAway(at.location());
      case Authorization.Impossible impossible -> unitOfWork.run(() -> {
        audit.failed(new SsoAudit.Trip(trip.organization().id(), true, command.origin()), impossible.problem());
        return new Outcome.Refused(impossible.problem().fault());
      });
    };
  }

  /**
   * Who wants to be linked where.
   *
   * @param browser the browser's lasting cookie, by which it is recognised when it comes back
   * @param returnTo the page to go on to
   */
  public record Command(SignedIn signedIn, Slug organization, TokenHash browser, String returnTo, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record LedAway(URI location) implements Outcome {}

    /** No active membership there, or no identity provider: deliberately one answer. */
    record NotOffered() implements Outcome {}

    record ProofTooOld() implements Outcome {}

    record Refused(SsoFault fault) implements Outcome {}
  }
}
