package dev.latchkey.adapter.web.apikey;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.DeleteApiKey;
import dev.latchkey.application.apikey.ListApiKeys;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /api/user/organizations/{organizationId}/api-keys}: keys for programs. No key reaches them. */
@Dependent
@Path("/user/organizations/{organizationId}/api-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeysResource {
  private final ListApiKeys listApiKeys;
  private final CreateApiKey createApiKey;
  private final DeleteApiKey deleteApiKey;

  @Inject
  public ApiKeysResource(ListApiKeys listApiKeys, CreateApiKey createApiKey, DeleteApiKey deleteApiKey) {
    this.listApiKeys = listApiKeys;
    this.createApiKey = createApiKey;
    this.deleteApiKey = deleteApiKey;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response list(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.id(organizationId);
    return PartQuery.answer(request, part -> switch (listApiKeys.list(visit.actor(), id, part)) {
      case ListApiKeys.Outcome.Found found -> Success.ok("API keys.", Items.of(found.keys(), ApiKeyData::of));
      case ListApiKeys.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    });
  }

  @POST
  @NeedsSession(orKey = true)
  public Response create(@PathParam("organizationId") String organizationId, CreateApiKeyBody body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    CreateApiKey.Command command =
        body.toCommand(visit.actor(), OrganizationPath.id(organizationId), visit.origin());
    return switch (createApiKey.create(command)) {
      case CreateApiKey.Outcome.Created created -> Success.answer(201, "The key is made. This answer alone holds it.",
          CreatedApiKeyData.of(created.key(), created.text())).build();
      case CreateApiKey.Outcome.ExpiryOutOfRange outOfRange ->
        throw new Refused(Refusal.invalid(List.of(KeyProblems.of(outOfRange))));
      case CreateApiKey.Outcome.ScopesBeyondRole beyond ->
        throw new Refused(Refusal.invalid(List.of(KeyProblems.of(beyond))));
      case CreateApiKey.Outcome.TooMany tooMany -> throw new Refused(
          Refusal.of(Code.CONFLICT, KeyProblems.of(tooMany)));
      case CreateApiKey.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @DELETE
  @Path("/{keyId}")
  @NeedsSession(orKey = true)
  public Response delete(@PathParam("organizationId") String organizationId, @PathParam("keyId") String keyId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (deleteApiKey.delete(new DeleteApiKey.Command(visit.actor(), OrganizationPath.id(organizationId),
        OrganizationPath.child(keyId, ApiKeyId::new), visit.origin()))) {
      case DeleteApiKey.Outcome.Deleted deleted -> Success.done("The key is deleted and refused from now on.");
      case DeleteApiKey.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }
}
