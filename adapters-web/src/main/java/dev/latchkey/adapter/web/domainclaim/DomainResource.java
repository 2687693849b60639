package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.domainclaim.ChangeDomainSettings;
import dev.latchkey.application.domainclaim.ReadDomain;
import dev.latchkey.application.domainclaim.RemoveDomain;
import dev.latchkey.application.domainclaim.VerifyDomain;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/user/organizations/{organizationId}/domains/{domainId}}: one domain. */
@Dependent
@Path("/user/organizations/{organizationId}/domains/{domainId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DomainResource {
  private final ReadDomain readDomain;
  private final RemoveDomain removeDomain;
  private final VerifyDomain verifyDomain;
  private final ChangeDomainSettings changeDomainSettings;

  @Inject
  public DomainResource(ReadDomain readDomain, RemoveDomain removeDomain, VerifyDomain verifyDomain,
      ChangeDomainSettings changeDomainSettings) {
    this.readDomain = readDomain;
    this.removeDomain = removeDomain;
    this.verifyDomain = verifyDomain;
    this.changeDomainSettings = changeDomainSettings;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response read(@PathParam("organizationId") String organizationId, @PathParam("domainId") String domainId,
      @Context HttpServletRequest request) {
    return switch (readDomain.read(Visit.of(request).actor(), OrganizationPath.id(organizationId), id(domainId))) {
      case ReadDomain.Outcome.Found found -> Success.ok("The domain.", DomainData.of(found.claim()));
      case ReadDomain.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @DELETE
  @NeedsSession(orKey = true)
  public Response remove(@PathParam("organizationId") String organizationId, @PathParam("domainId") String domainId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (removeDomain.remove(new RemoveDomain.Command(visit.actor(), OrganizationPath.id(organizationId),
        id(domainId), visit.origin()))) {
      case RemoveDomain.Outcome.Removed removed -> Success.done("The domain is removed.");
      case RemoveDomain.Outcome.SsoEnforced enforced -> throw new Refused(DomainRefusals.SSO_ENFORCED);
      case RemoveDomain.Outcome.LastOwner last -> throw new Refused(DomainRefusals.LAST_OWNER);
      case RemoveDomain.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @POST
  @Path("/verify")
  @NeedsSession(orKey = true)
  public Response verify(@PathParam("organizationId") String organizationId, @PathParam("domainId") String domainId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (verifyDomain.verify(new VerifyDomain.Command(visit.actor(), OrganizationPath.id(organizationId),
        id(domainId), visit.origin()))) {
      case VerifyDomain.Outcome.Verified verified -> Success.ok("The domain is verified.",
          DomainData.of(verified.claim()));
      case VerifyDomain.Outcome.NotFound missing -> throw new Refused(
          DomainRefusals.notFound(missing.claim(), missing.finding()));
      case VerifyDomain.Outcome.Unclear unclear -> throw new Refused(
          DomainRefusals.unclear(unclear.claim(), unclear.why()));
      case VerifyDomain.Outcome.Taken taken -> throw new Refused(DomainRefusals.TAKEN);
      case VerifyDomain.Outcome.Expired expired -> throw new Refused(DomainRefusals.EXPIRED);
      case VerifyDomain.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @PUT
  @Path("/settings")
  @NeedsSession(orKey = true)
  public Response change(@PathParam("organizationId") String organizationId, @PathParam("domainId") String domainId,
      DomainSettingsBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (changeDomainSettings.change(new ChangeDomainSettings.Command(visit.actor(),
        OrganizationPath.id(organizationId), id(domainId), body.settings(), visit.origin()))) {
      case ChangeDomainSettings.Outcome.Changed changed -> Success.ok("The settings of the domain are changed.",
          DomainData.of(changed.claim()));
      case ChangeDomainSettings.Outcome.NotVerified pending -> throw new Refused(DomainRefusals.NOT_VERIFIED);
      case ChangeDomainSettings.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private static DomainClaimId id(String segment) {
    return OrganizationPath.child(segment, DomainClaimId::new);
  }
}
