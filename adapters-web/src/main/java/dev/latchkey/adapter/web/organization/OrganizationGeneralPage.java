package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationGeneralView;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.application.organization.RenameOrganization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}}: what the organization is called, and by which names programs know it. */
@Dependent
@Path("/organizations/{slug}")
@Produces(Pages.HTML)
public final class OrganizationGeneralPage {
  private final ReadOrganization readOrganization;
  private final RenameOrganization renameOrganization;
  private final Pages pages;

  @Inject
  public OrganizationGeneralPage(ReadOrganization readOrganization, RenameOrganization renameOrganization,
      Pages pages) {
    this.readOrganization = readOrganization;
    this.renameOrganization = renameOrganization;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam(Notice.PARAMETER) @Nullable String notice,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn.Place place = read(visit, OrganizationPath.ofSlug(visit, slug));
    Field name = Permission.RENAME_ORGANIZATION.isGrantedTo(place.membership().role())
        ? Field.of(place.organization().name().value())
        : null;
    return pages.show(visit, view(visit, place, name), Notice.parse(notice));
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    Fields fields = new Fields();
    Optional<OrganizationName> name = fields.required("name", form.filled("name"), OrganizationName::new);
    if (name.isEmpty()) {
      Field wrong = new FormFields(form, fields.errors(), pages.messages(visit)).field("name");
      return pages.showAgain(visit, 400, view(visit, read(visit, id), wrong)).build();
    }
    return switch (renameOrganization
        .rename(new RenameOrganization.Command(visit.actor(), id, name.get(), visit.origin()))) {
      case RenameOrganization.Outcome.Renamed renamed -> pages
          .goTo(OrganizationSection.GENERAL.path(slug) + "?" + Notice.ORGANIZATION_RENAMED.query()).build();
      case RenameOrganization.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private SignedIn.Place read(Visit visit, OrganizationId id) {
    return switch (readOrganization.read(visit.actor(), id)) {
      case ReadOrganization.Outcome.Found found -> found.place();
      case ReadOrganization.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private static OrganizationGeneralView view(Visit visit, SignedIn.Place place, @Nullable Field name) {
    return new OrganizationGeneralView(Pages.viewer(visit), OrganizationFrame.of(place), name);
  }
}
