package dev.latchkey.application.sso;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerRule;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets owners name their organization's identity provider, or change what is said of it. Another provider, issuer or
 * client is another version: what was proven through the one before is void from then on. Nobody is called.
 */
public final class ConnectSso {
  private final SsoConnections connections;
  private final Organizations organizations;
  private final IssuerRule rule;
  private final SsoChanges changes;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ConnectSso(SsoConnections connections, Organizations organizations, IssuerRule rule,
      SsoChanges changes, UnitOfWork unitOfWork, InstantSource clock) {
    this.connections = connections;
    this.organizations = organizations;
    this.rule = rule;
    this.changes = changes;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome connect(Command command) {
    return unitOfWork.run(
        () -> switch (changes.admit(command.actor(), command.organization())) {
          case Admission.Admitted admitted -> connect(command, admitted.place());
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome connect(Command command, SignedIn.Place place) {
    if (!rule.admits(command.issuer())) {
      return new Outcome.IssuerRefused();
    }
    Optional<SsoConnection> before = connections.find(command.organization());
    Optional<ClientSecret> secret = command.secret().or(() -> before.map(SsoConnection::client)
        .filter(client -> client.sharesSecretWith(command.issuer(), command.clientId()))
        .flatMap(OidcClient::secret));
    if (secret.isEmpty()) {
      return new Outcome.SecretMissing(Stored.of(before.map(SsoConnection::client)));
    }
    OidcClient client = new OidcClient(command.provider(), command.issuer(), command.clientId(), secret.get());
    return before.map(it -> change(command, place, it, client)).orElseGet(() -> add(command, place, client));
  }

  private Outcome add(Command command, SignedIn.Place place, OidcClient client) {
    SsoConnection added =
        SsoConnection.to(client, command.organization(), nextVersion(place.organization()), clock.instant());
    connections.add(added);
    changes.changed(command.by(), added, "connected");
    return new Outcome.Saved(place, added);
  }

  private Outcome change(Command command, SignedIn.Place place, SsoConnection before, OidcClient client) {
    if (client.equals(before.client())) {
      return new Outcome.Saved(place, before);
    }
    boolean another = client.isAnotherThan(before.client());
    if (another && place.organization().requirement().demandsSso()) {
      changes.refusedWhileEnforced(command.by(), AuditAction.SSO_CHANGED);
      return new Outcome.Enforced();
    }
    SsoConnection after = another
        ? before.replacedBy(client, nextVersion(place.organization()), clock.instant())
        : before.withSecret(client.secret().orElseThrow(), clock.instant());
    connections.save(after);
    changes.changed(command.by(), after, another ? "replaced" : "secret");
    return new Outcome.Saved(place, after);
  }

  private int nextVersion(Organization organization) {
    Organization after = organization.withAnotherProvider();
    organizations.save(after);
    return after.ssoVersion();
  }

  /**
   * What an organization's identity provider is, and who says so.
   *
   * @param secret empty keeps the one that is stored
   */
  public record Command(Actor actor, OrganizationId organization, Provider provider, IssuerUrl issuer,
      ClientId clientId, Optional<ClientSecret> secret, Origin origin) {
    SsoChanges.By by() {
      return new SsoChanges.By(actor, organization, origin);
    }
  }

  /** What there is of a secret that was not entered. */
  public enum Stored {
    NONE,
    /** One for another issuer or client. */
    OF_ANOTHER,
    /** One that can't be read any more. */
    UNREADABLE;

    private static Stored of(Optional<OidcClient> before) {
      return before.map(client -> client.secret().isPresent() ? OF_ANOTHER : UNREADABLE).orElse(NONE);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Saved(SignedIn.Place place, SsoConnection connection) implements Outcome {}

    record SecretMissing(Stored stored) implements Outcome {}

    /** The issuer is one that must not be called. */
    record IssuerRefused() implements Outcome {}

    /** Single sign-on is the only way in, so only its secret may change. */
    record Enforced() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
