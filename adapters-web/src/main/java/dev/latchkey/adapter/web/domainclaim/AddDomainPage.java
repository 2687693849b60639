package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.AddDomainView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.policy.Denial;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/domains/new}: the first of three steps, saying which domain. */
@Dependent
@Path("/organizations/{slug}/domains/new")
@Produces(Pages.HTML)
public final class AddDomainPage {
  private static final Denial DENIAL = new Denial.Forbidden(Permission.CHANGE_SETTINGS);

  private final ReadOrganization readOrganization;
  private final AddDomain addDomain;
  private final Pages pages;

  @Inject
  public AddDomainPage(ReadOrganization readOrganization, AddDomain addDomain, Pages pages) {
    this.readOrganization = readOrganization;
    this.addDomain = addDomain;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn.Place place = read(visit, slug);
    return DomainPages.mayChange(place)
        ? pages.show(visit, view(visit, place, Field.empty(), null), Optional.empty())
        : Denials.page(pages, visit, DENIAL);
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn.Place place = read(visit, slug);
    if (!DomainPages.mayChange(place)) {
      return Denials.page(pages, visit, DENIAL);
    }
    Fields fields = new Fields();
    Optional<DomainName> domain = fields.required("domain", form.filled("domain"), DomainName::parse);
    return domain.isEmpty() ? again(visit, place, 400, form, fields.errors()) : add(visit, place, form, domain.get());
  }

  private Response add(Visit visit, SignedIn.Place place, SubmittedForm form, DomainName domain) {
    String slug = place.organization().slug().value();
    return switch (addDomain
        .add(new AddDomain.Command(visit.actor(), place.organization().id(), domain, visit.origin()))) {
      case AddDomain.Outcome.Added added -> pages.goTo(DomainPages.path(slug, added.claim().id().value())).build();
      case AddDomain.Outcome.Public isPublic -> again(visit, place, 422, form,
          List.of(FieldError.of("domain", isPublic.kind().name(), "")));
      case AddDomain.Outcome.AlreadyClaimed claimed -> again(visit, place, 409, form,
          List.of(FieldError.of("domain", "ALREADY_CLAIMED", "")));
      case AddDomain.Outcome.TooMany tooMany -> again(visit, place, 409, form,
          List.of(FieldError.of("domain", "TOO_MANY", "")));
      case AddDomain.Outcome.Denied denied when denied.denial() instanceof Denial.ProofTooOld -> pages
          .goTo(ReauthenticatePage.before(OrganizationSection.DOMAINS.path(slug) + "/new")).build();
      case AddDomain.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response again(Visit visit, SignedIn.Place place, int status, SubmittedForm form, List<FieldError> errors) {
    Field field = new FormFields(form, errors, pages.messages(visit)).field("domain");
    return pages.showAgain(visit, status, view(visit, place, field, null)).build();
  }

  private SignedIn.Place read(Visit visit, String slug) {
    return switch (readOrganization.read(visit.actor(), OrganizationPath.ofSlug(visit, slug))) {
      case ReadOrganization.Outcome.Found found -> found.place();
      case ReadOrganization.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private static AddDomainView view(Visit visit, SignedIn.Place place, Field domain, @Nullable String problem) {
    return new AddDomainView(Pages.viewer(visit), OrganizationFrame.of(place), domain, problem);
  }
}
