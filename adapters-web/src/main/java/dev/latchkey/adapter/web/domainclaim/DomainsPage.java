package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.DomainsView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.domainclaim.ListDomains;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/domains}: the domains of an organization. */
@Dependent
@Path("/organizations/{slug}/domains")
@Produces(Pages.HTML)
public final class DomainsPage {
  private final ListDomains listDomains;
  private final DomainPages domains;
  private final Pages pages;

  @Inject
  public DomainsPage(ListDomains listDomains, DomainPages domains, Pages pages) {
    this.listDomains = listDomains;
    this.domains = domains;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam(Notice.PARAMETER) @Nullable String notice,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    return PartQuery.answer(request, part -> switch (listDomains.list(visit.actor(), id, part)) {
      case ListDomains.Outcome.Found found -> pages.show(visit, view(visit, found), Notice.parse(notice));
      case ListDomains.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    });
  }

  private DomainsView view(Visit visit, ListDomains.Outcome.Found found) {
    return new DomainsView(Pages.viewer(visit), OrganizationFrame.of(found.place()),
        found.part().items().stream().map(domains::line).toList(),
        DomainPages.mayChange(found.place()), found.part().nextCursor().orElse(null));
  }
}
