package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.EndMemberView.Way;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.RemoveMember;
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

/** {@code /organizations/{slug}/members/{memberId}/remove}: taking somebody out of the organization. */
@Dependent
@Path("/organizations/{slug}/members/{memberId}/remove")
@Produces(Pages.HTML)
public final class RemoveMemberPage {
  private final MemberPages members;
  private final RemoveMember removeMember;
  private final Pages pages;

  @Inject
  public RemoveMemberPage(MemberPages members, RemoveMember removeMember, Pages pages) {
    this.members = members;
    this.removeMember = removeMember;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response ask(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(visit, members.ending(visit, slug, memberId, Way.REMOVE, null), Optional.empty());
  }

  @POST
  @NeedsSession
  public Response submit(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (removeMember.remove(new RemoveMember.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), MemberPages.id(memberId), visit.origin()))) {
      case RemoveMember.Outcome.Removed done -> pages.goTo(MemberPages.afterwards(visit, slug, memberId,
          OrganizationSection.MEMBERS.path(slug)) + "?" + Notice.MEMBER_REMOVED.query()).build();
      case RemoveMember.Outcome.LastOwner last -> pages.showAgain(visit, Code.LAST_OWNER.status(), members.ending(visit,
          slug, memberId, Way.REMOVE, pages.messages(visit).text("refused.member.lastOwner"))).build();
      case RemoveMember.Outcome.LastBreakGlass last -> pages.showAgain(visit, Code.LAST_BREAK_GLASS.status(),
          members.ending(visit, slug, memberId, Way.REMOVE,
              pages.messages(visit).text("refused.member.lastBreakGlass")))
          .build();
      case RemoveMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }
}
