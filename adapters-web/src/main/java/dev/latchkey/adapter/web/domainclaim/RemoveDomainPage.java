package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.page.view.RemoveDomainView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.domainclaim.ReadDomain;
import dev.latchkey.application.domainclaim.RemoveDomain;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/domains/{domainId}/remove}: giving a domain up, after asking. */
@Dependent
@Path("/organizations/{slug}/domains/{domainId}/remove")
@Produces(Pages.HTML)
public final class RemoveDomainPage {
  private final DomainPages domains;
  private final RemoveDomain removeDomain;
  private final Pages pages;

  @Inject
  public RemoveDomainPage(DomainPages domains, RemoveDomain removeDomain, Pages pages) {
    this.domains = domains;
    this.removeDomain = removeDomain;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response ask(@PathParam("slug") String slug, @PathParam("domainId") String domainId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    ReadDomain.Outcome.Found found = domains.found(visit, slug, domainId);
    return DomainPages.mayChange(found.place())
        ? pages.show(visit, view(visit, found, null), Optional.empty())
        : Denials.page(pages, visit, new Denial.Forbidden(Permission.CHANGE_SETTINGS));
  }

  @POST
  @NeedsSession
  public Response submit(@PathParam("slug") String slug, @PathParam("domainId") String domainId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (removeDomain.remove(new RemoveDomain.Command(visit.actor(), OrganizationPath.ofSlug(visit, slug),
        DomainPages.id(domainId), visit.origin()))) {
      case RemoveDomain.Outcome.Removed removed -> pages
          .goTo(OrganizationSection.DOMAINS.path(slug) + "?" + Notice.DOMAIN_REMOVED.query()).build();
      case RemoveDomain.Outcome.SsoEnforced enforced ->
        again(visit, slug, domainId, Code.SSO_ENFORCED, "removeDomain.ssoEnforced");
      case RemoveDomain.Outcome.LastOwner last ->
        again(visit, slug, domainId, Code.LAST_OWNER, "removeDomain.lastOwner");
      case RemoveDomain.Outcome.Denied denied when denied.denial() instanceof Denial.ProofTooOld -> pages
          .goTo(ReauthenticatePage.before(DomainPages.path(slug, domainId) + "/remove")).build();
      case RemoveDomain.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response again(Visit visit, String slug, String domainId, Code code, String problem) {
    return pages.showAgain(visit, code.status(),
        view(visit, domains.found(visit, slug, domainId), pages.messages(visit).text(problem))).build();
  }

  private RemoveDomainView view(Visit visit, ReadDomain.Outcome.Found found, @Nullable String problem) {
    return new RemoveDomainView(Pages.viewer(visit), OrganizationFrame.of(found.place()), domains.line(found.claim()),
        problem);
  }
}
