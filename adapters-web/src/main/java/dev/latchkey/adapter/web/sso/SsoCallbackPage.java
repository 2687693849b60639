package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.sso.ChangeCallback;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.sso.CallbackMode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /organizations/{slug}/sso/callback}: choosing where people come back from the identity provider. */
@Dependent
@Path("/organizations/{slug}/sso/callback")
@Produces(Pages.HTML)
public final class SsoCallbackPage {
  private final ChangeCallback changeCallback;
  private final Pages pages;

  @Inject
  public SsoCallbackPage(ChangeCallback changeCallback, Pages pages) {
    this.changeCallback = changeCallback;
    this.pages = pages;
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    String page = OrganizationSection.SSO.path(slug);
    return switch (changeCallback.change(new ChangeCallback.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), mode(form), visit.origin()))) {
      case ChangeCallback.Outcome.Changed changed -> pages.goTo(page + "?" + Notice.SSO_CALLBACK_CHANGED.query())
          .build();
      case ChangeCallback.Outcome.NotConnected absent -> throw new Refused(Refusal.notFound());
      case ChangeCallback.Outcome.Enforced enforced -> throw new Refused(SsoProblems.ENFORCED);
      case ChangeCallback.Outcome.Denied denied when denied.denial() instanceof Denial.ProofTooOld -> pages
          .goTo(ReauthenticatePage.before(page)).build();
      case ChangeCallback.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  /** Radio buttons: nobody can mistype them. */
  private static CallbackMode mode(SubmittedForm form) {
    try {
      return SsoActionsResource.mode(form.typed("mode"));
    } catch (InvalidValue e) {
      throw new Refused(Refusal.of(Code.BAD_REQUEST, "The form is not complete."));
    }
  }
}
