package dev.latchkey.adapter.web.setup;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.setup.SendSetupEmail;
import dev.latchkey.domain.organization.MembershipId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST /organizations/{slug}/members/{memberId}/setup-email}: the action on a member's page. */
@Dependent
@Path("/organizations/{slug}/members/{memberId}/setup-email")
@Produces(Pages.HTML)
public final class SendSetupPage {
  private final SendSetupEmail sendSetupEmail;
  private final Pages pages;

  @Inject
  public SendSetupPage(SendSetupEmail sendSetupEmail, Pages pages) {
    this.sendSetupEmail = sendSetupEmail;
    this.pages = pages;
  }

  @POST
  @NeedsSession
  public Response submit(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (sendSetupEmail.send(new SendSetupEmail.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), OrganizationPath.child(memberId, MembershipId::new),
        visit.origin()))) {
      case SendSetupEmail.Outcome.Sent sent -> back(slug, memberId, Notice.SETUP_SENT);
      // The button wasn't there: somebody set the person up, or shut them out, since the page was shown.
      case SendSetupEmail.Outcome.NotActive inactive -> back(slug, memberId, Notice.SETUP_NOT_NEEDED);
      case SendSetupEmail.Outcome.NotForThem other -> back(slug, memberId, Notice.SETUP_NOT_NEEDED);
      case SendSetupEmail.Outcome.SsoEnforced enforced -> back(slug, memberId, Notice.SETUP_NOT_ACCEPTED);
      case SendSetupEmail.Outcome.TooManyMails tooMany -> back(slug, memberId, Notice.TOO_MANY_SETUP_MAILS);
      case SendSetupEmail.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response back(String slug, String memberId, Notice notice) {
    return pages.goTo(OrganizationSection.MEMBERS.path(slug) + "/" + memberId + "?" + notice.query()).build();
  }
}
