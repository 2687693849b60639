package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.sso.ConnectSso;
import dev.latchkey.application.sso.DisconnectSso;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.domain.sso.SsoConnection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/settings/sso}: the organization's identity provider. */
@Dependent
@Path("/user/organizations/{organizationId}/settings/sso")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SsoResource {
  private final ReadSso readSso;
  private final ConnectSso connectSso;
  private final DisconnectSso disconnectSso;
  private final CallbackAddresses addresses;

  @Inject
  public SsoResource(ReadSso readSso, ConnectSso connectSso, DisconnectSso disconnectSso, WebSettings settings) {
    this.readSso = readSso;
    this.connectSso = connectSso;
    this.disconnectSso = disconnectSso;
    this.addresses = new CallbackAddresses(settings.ownUrl(""));
  }

  @GET
  @NeedsSession(orKey = true)
  public Response read(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    return switch (readSso.read(Visit.of(request).actor(), OrganizationPath.id(organizationId))) {
      case ReadSso.Outcome.Found found -> Success.ok("The identity provider.", data(found.place(),
          found.connection().orElseThrow(() -> new Refused(Refusal.notFound()))));
      case ReadSso.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @PUT
  @NeedsSession(orKey = true)
  public Response connect(@PathParam("organizationId") String organizationId, Body body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.id(organizationId);
    Fields fields = new Fields();
    SsoInput input = SsoInput.parse(fields, body.provider(), body.issuerUrl(), body.clientId(), body.clientSecret())
        .orElseThrow(() -> new Refused(Refusal.invalid(fields.errors())));
    return switch (connectSso.connect(input.toCommand(visit, id))) {
      case ConnectSso.Outcome.Saved saved -> Success.ok("The identity provider is saved.",
          data(saved.place(), saved.connection()));
      case ConnectSso.Outcome.SecretMissing missing -> throw new Refused(
          Refusal.invalid(List.of(SsoProblems.of(missing))));
      case ConnectSso.Outcome.IssuerRefused refused -> throw new Refused(SsoProblems.refused(refused));
      case ConnectSso.Outcome.Enforced enforced -> throw new Refused(SsoProblems.ENFORCED);
      case ConnectSso.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @DELETE
  @NeedsSession(orKey = true)
  public Response disconnect(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (disconnectSso.disconnect(
        new DisconnectSso.Command(visit.actor(), OrganizationPath.id(organizationId), visit.origin()))) {
      case DisconnectSso.Outcome.Disconnected done -> Success.done(
          "The identity provider is deleted. Nobody can sign in by it any more.");
      case DisconnectSso.Outcome.NotConnected absent -> throw new Refused(Refusal.notFound());
      case DisconnectSso.Outcome.Enforced enforced -> throw new Refused(SsoProblems.ENFORCED);
      case DisconnectSso.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private SsoData data(SignedIn.Place place, SsoConnection connection) {
    return SsoData.of(connection, place.organization().slug(), addresses);
  }

  record Body(@Nullable String provider, @Nullable String issuerUrl, @Nullable String clientId,
      @Nullable String clientSecret) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Body[" + provider + ", " + issuerUrl + ", " + clientId + "]";
    }
  }
}
