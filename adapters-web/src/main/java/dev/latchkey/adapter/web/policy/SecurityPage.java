package dev.latchkey.adapter.web.policy;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Denial;
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
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/security}: what the organization demands. Between choosing and changing it shows who
 * would not get in any more.
 */
@Dependent
@Path("/organizations/{slug}/security")
@Produces(Pages.HTML)
public final class SecurityPage {
  private final ReadSecurity readSecurity;
  private final ChangeSecurity changeSecurity;
  private final PreviewSecurity previewSecurity;
  private final Pages pages;

  @Inject
  public SecurityPage(ReadSecurity readSecurity, ChangeSecurity changeSecurity, PreviewSecurity previewSecurity,
      Pages pages) {
    this.readSecurity = readSecurity;
    this.changeSecurity = changeSecurity;
    this.previewSecurity = previewSecurity;
    this.pages = pages;
  }

  /** @param authRequired what was about to be chosen when a fresh proof was asked for; with it comes {@code requireMfa} */
  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam("authRequired") @Nullable String authRequired,
      @QueryParam("requireMfa") @Nullable String requireMfa, @QueryParam(Notice.PARAMETER) @Nullable String notice,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<AuthenticationRequirement> chosen = chosen(authRequired, requireMfa);
    return switch (readSecurity.read(visit.actor(), OrganizationPath.ofSlug(visit, slug))) {
      case ReadSecurity.Outcome.Found found ->
        pages.show(visit, SecurityViews.settings(visit, found, chosen), Notice.parse(notice));
      case ReadSecurity.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @Path("/preview")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    return preview(Visit.of(request), slug, form, 200);
  }

  private Response preview(Visit visit, String slug, SubmittedForm form, int status) {
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    return switch (previewSecurity.preview(new PreviewSecurity.Command(visit.actor(), id, requirement(form), false,
        new PartRequest(PartRequest.DEFAULT, Optional.empty())))) {
      case PreviewSecurity.Outcome.Foreseen foreseen -> pages.showAgain(visit, status,
          SecurityViews.preview(visit, foreseen, requirement(form), status != 200)).build();
      case PreviewSecurity.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    String path = OrganizationSection.SECURITY.path(slug);
    AuthenticationRequirement requirement = requirement(form);
    boolean risk = form.typed("acceptLockoutRisk").equals("true");
    return switch (changeSecurity
        .change(new ChangeSecurity.Command(visit.actor(), id, requirement, risk, visit.origin()))) {
      case ChangeSecurity.Outcome.Changed changed -> pages.goTo(path + "?" + Notice.SECURITY_CHANGED.query()).build();
      case ChangeSecurity.Outcome.Refused refused -> preview(visit, slug, form, Code.CONFLICT.status());
      case ChangeSecurity.Outcome.Denied denied when denied.denial() instanceof Denial.ProofTooOld -> pages
          .goTo(ProofTooOld.before(path + "?authRequired=" + SecurityBody.text(requirement.authRequired())
              + "&requireMfa=" + requirement.requireMfa()))
          .build();
      case ChangeSecurity.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private static Optional<AuthenticationRequirement> chosen(@Nullable String authRequired,
      @Nullable String requireMfa) {
    return Arrays.stream(AuthRequired.values()).filter(it -> SecurityBody.text(it).equals(authRequired)).findFirst()
        .map(it -> new AuthenticationRequirement(it, "true".equals(requireMfa)));
  }

  /** Radio buttons and a box: nobody can mistype them. */
  private static AuthenticationRequirement requirement(SubmittedForm form) {
    return chosen(form.typed("authRequired"), form.typed("requireMfa"))
        .orElseThrow(() -> new Refused(Refusal.of(Code.BAD_REQUEST, "The form is not complete.")));
  }
}
