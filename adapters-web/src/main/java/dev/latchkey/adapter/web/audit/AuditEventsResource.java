package dev.latchkey.adapter.web.audit;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.history.ReadAuditHistory;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/user/organizations/{organizationId}/audit-events}: what happened, newest first. */
@Dependent
@Path("/user/organizations/{organizationId}/audit-events")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditEventsResource {
  private final ReadAuditHistory readAuditHistory;

  @Inject
  public AuditEventsResource(ReadAuditHistory readAuditHistory) {
    this.readAuditHistory = readAuditHistory;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response list(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.id(organizationId);
    AuditQuery.Parsed parsed = new AuditQuery(request).parse();
    if (!parsed.errors().isEmpty()) {
      throw new Refused(Refusal.invalid(parsed.errors()));
    }
    return PartQuery.answer(request, part -> switch (readAuditHistory
        .read(new ReadAuditHistory.Query(visit.actor(), id, parsed.filter(), part))) {
      case ReadAuditHistory.Outcome.Found found -> Success.ok("What happened, newest first.",
          Items.of(found.events(), AuditEventData::of));
      case ReadAuditHistory.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    });
  }
}
