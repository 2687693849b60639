package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.application.organization.RenameOrganization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.policy.Actor;
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

  /** A key has one organization, and needs the scope to read it. */
  @GET
  @NeedsSession(orKey = true)
  public Response list(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    List<OrganizationSummary> mine = switch (visit.actor()) {
      case Actor.InSession session -> OrganizationSummary.of(session.signedIn());
      case Actor.WithKey key -> List.of(summary(visit, key.organization()));
    };
    return Success.ok("Your organizations.", Items.all(mine));
  }

  @GET
  @Path("/{organizationId}")
  @NeedsSession(orKey = true)
  public Response read(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return Success.ok("The organization.", summary(visit, OrganizationPath.id(organizationId)));
  }

  private OrganizationSummary summary(Visit visit, OrganizationId id) {
    return switch (readOrganization.read(visit.actor(), id)) {
      case ReadOrganization.Outcome.Found found -> OrganizationSummary.of(visit.actor(), found.place());
      case ReadOrganization.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @PATCH
  @Path("/{organizationId}")
  @NeedsSession(orKey = true)
  public Response change(@PathParam("organizationId") String organizationId, ChangeBody body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.id(organizationId);
    Fields fields = new Fields();
    Optional<OrganizationName> name = fields.required("name", body.name(), OrganizationName::new);
    fields.check();
    return switch (renameOrganization
        .rename(new RenameOrganization.Command(visit.actor(), id, name.orElseThrow(), visit.origin()))) {
      case RenameOrganization.Outcome.Renamed renamed -> Success.ok("The organization has its new name.",
          OrganizationSummary.of(visit.actor(), renamed.place()));
      case RenameOrganization.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  record ChangeBody(@Nullable String name) {}
}
