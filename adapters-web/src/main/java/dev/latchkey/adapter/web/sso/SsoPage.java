package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.page.view.SsoForm;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.sso.ConnectSso;
import dev.latchkey.application.sso.ReadSso;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/sso}: the organization's identity provider, how it is doing, and how to set one up. */
@Dependent
@Path("/organizations/{slug}/sso")
@Produces(Pages.HTML)
public final class SsoPage {
  private final ReadSso readSso;
  private final ConnectSso connectSso;
  private final Pages pages;
  private final SsoViews views;

  @Inject
  public SsoPage(ReadSso readSso, ConnectSso connectSso, Pages pages, WebSettings settings) {
    this.readSso = readSso;
    this.connectSso = connectSso;
    this.pages = pages;
    this.views = new SsoViews(settings);
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam(Notice.PARAMETER) @Nullable String notice,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (readSso.read(visit.actor(), OrganizationPath.ofSlug(visit, slug))) {
      case ReadSso.Outcome.Found found -> pages.show(visit, views.of(visit, found, pages.now()), Notice.parse(notice));
      case ReadSso.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    Fields fields = new Fields();
    Optional<SsoInput> input = SsoInput.parse(fields, form.filled("provider"), pasted(form, "issuerUrl"),
        pasted(form, "clientId"), pasted(form, "clientSecret"));
    if (input.isEmpty()) {
      return again(visit, id, 400, form, fields.errors(), null);
    }
    return switch (connectSso.connect(input.get().toCommand(visit, id))) {
      case ConnectSso.Outcome.Saved saved -> pages
          .goTo(OrganizationSection.SSO.path(slug) + "?" + Notice.SSO_SAVED.query()).build();
      case ConnectSso.Outcome.SecretMissing missing -> again(visit, id, 400, form,
          List.of(SsoProblems.of(missing)), null);
      case ConnectSso.Outcome.IssuerRefused refused -> again(visit, id, 422, form,
          List.of(SsoProblems.ISSUER_REFUSED), null);
      case ConnectSso.Outcome.Enforced enforced -> again(visit, id, 409, form, List.of(),
          pages.messages(visit).text("sso.enforced"));
      case ConnectSso.Outcome.Denied denied -> denied(visit, slug, denied.denial());
    };
  }

  private Response denied(Visit visit, String slug, Denial denial) {
    return denial instanceof Denial.ProofTooOld
        ? pages.goTo(ReauthenticatePage.before(OrganizationSection.SSO.path(slug))).build()
        : Denials.page(pages, visit, denial);
  }

  private Response again(Visit visit, OrganizationId id, int status, SubmittedForm form, List<FieldError> errors,
      @Nullable String problem) {
    FormFields typed = new FormFields(form, errors, pages.messages(visit));
    return switch (readSso.read(visit.actor(), id)) {
      case ReadSso.Outcome.Found found -> pages.showAgain(visit, status,
          views.of(visit, found, pages.now(), new SsoForm(typed.field("provider"), typed.field("issuerUrl"),
              typed.field("clientId"), typed.secret("clientSecret"), SsoViews.stored(found), problem),
              SsoViews.jit(found.jit()), null))
          .build();
      case ReadSso.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  /** What is copied from a console often brings spaces along. */
  private static @Nullable String pasted(SubmittedForm form, String field) {
    String filled = form.filled(field);
    return filled == null ? null : filled.strip();
  }
}
