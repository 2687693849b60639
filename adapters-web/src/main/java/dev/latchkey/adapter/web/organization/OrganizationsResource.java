package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.application.organization.RenameOrganization;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations}: the person's own organizations, and changing one's name. */
@Dependent
@Path("/user/organizations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationsResource {
  private final ReadOrganization readOrganization;
  private final RenameOrganization renameOrganization;

  @Inject
  public OrganizationsResource(ReadOrganization readOrganization, RenameOrganization renameOrganization) {
    this.readOrganization = readOrganization;
    this.renameOrganization = renameOrganization;
  }

  @GET
  @NeedsSession
  public Response list(@Context HttpServletRequest request) {
    List<OrganizationSummary> mine = OrganizationSummary.of(Visit.of(request).session().signedIn());
    return Success.ok("Your organizations.", Items.all(mine));
  }

  @GET
  @Path("/{organizationId}")
  @NeedsSession
  public Response read(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    SignedIn signedIn = Visit.of(request).session().signedIn();
    OrganizationId id = parse(organizationId);
    return switch (readOrganization.read(signedIn, id)) {
      case ReadOrganization.Outcome.Found found -> Success.ok("The organization.",
          OrganizationSummary.of(signedIn, found.place()));
      case ReadOrganization.Outcome.Refused refused -> throw new Refused(
          Missing.refusal(refused.decision().verdict(), signedIn.place(id).orElseThrow().organization().slug()));
      case ReadOrganization.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
    };
  }

  @PATCH
  @Path("/{organizationId}")
  @NeedsSession
  public Response change(@PathParam("organizationId") String organizationId, ChangeBody body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn signedIn = visit.session().signedIn();
    OrganizationId id = parse(organizationId);
    Fields fields = new Fields();
    Optional<OrganizationName> name = fields.required("name", body.name(), OrganizationName::new);
    fields.check();
    return switch (renameOrganization
        .rename(new RenameOrganization.Command(signedIn, id, name.orElseThrow(), visit.origin()))) {
      case RenameOrganization.Outcome.Renamed renamed -> Success.ok("The organization has its new name.",
          OrganizationSummary.of(signedIn, renamed.place()));
      case RenameOrganization.Outcome.Refused refused -> throw new Refused(
          Missing.refusal(refused.decision().verdict(), signedIn.place(id).orElseThrow().organization().slug()));
      case RenameOrganization.Outcome.Forbidden forbidden -> throw new Refused(
          Refusal.of(Code.FORBIDDEN, "Only owners and admins of the organization may change it."));
      case RenameOrganization.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
    };
  }

  /** What is no id names nothing. */
  private static OrganizationId parse(String id) {
    try {
      return new OrganizationId(id);
    } catch (InvalidValue e) {
      throw new Refused(Refusal.notFound());
    }
  }

  record ChangeBody(@Nullable String name) {}
}
