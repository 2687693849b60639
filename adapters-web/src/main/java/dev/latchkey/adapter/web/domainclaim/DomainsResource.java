package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.application.domainclaim.ListDomains;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/domains}: listing and claiming domains. */
@Dependent
@Path("/user/organizations/{organizationId}/domains")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DomainsResource {
  private final ListDomains listDomains;
  private final AddDomain addDomain;

  @Inject
  public DomainsResource(ListDomains listDomains, AddDomain addDomain) {
    this.listDomains = listDomains;
    this.addDomain = addDomain;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response list(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    OrganizationId id = OrganizationPath.id(organizationId);
    return PartQuery.answer(request, part -> switch (listDomains.list(Visit.of(request).actor(), id, part)) {
      case ListDomains.Outcome.Found found -> Success.ok("The domains.", Items.of(found.part(), DomainData::of));
      case ListDomains.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    });
  }

  @POST
  @NeedsSession(orKey = true)
  public Response add(@PathParam("organizationId") String organizationId, Body body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<DomainName> domain = fields.required("domain", body.domain(), DomainName::parse);
    fields.check();
    return switch (addDomain.add(new AddDomain.Command(visit.actor(), OrganizationPath.id(organizationId),
        domain.orElseThrow(), visit.origin()))) {
      case AddDomain.Outcome.Added added -> Success.answer(201,
          "The domain is claimed. Publish the TXT record, then verify it.", DomainData.of(added.claim())).build();
      case AddDomain.Outcome.Public isPublic -> throw new Refused(DomainRefusals.of(isPublic.kind()));
      case AddDomain.Outcome.AlreadyClaimed claimed -> throw new Refused(DomainRefusals.ALREADY_CLAIMED);
      case AddDomain.Outcome.TooMany tooMany -> throw new Refused(DomainRefusals.TOO_MANY);
      case AddDomain.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  record Body(@Nullable String domain) {}
}
