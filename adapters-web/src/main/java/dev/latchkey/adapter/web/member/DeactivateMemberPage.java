package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.EndMemberView.Way;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.MembershipStatus;
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

/** {@code /organizations/{slug}/members/{memberId}/deactivate}: shutting somebody out until they are let in again. */
@Dependent
@Path("/organizations/{slug}/members/{memberId}/deactivate")
@Produces(Pages.HTML)
public final class DeactivateMemberPage {
  private final MemberPages members;
  private final ChangeMember changeMember;
  private final Pages pages;

  @Inject
  public DeactivateMemberPage(MemberPages members, ChangeMember changeMember, Pages pages) {
    this.members = members;
    this.changeMember = changeMember;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response ask(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(visit, members.ending(visit, slug, memberId, Way.DEACTIVATE, null), Optional.empty());
  }

  @POST
  @NeedsSession
  public Response submit(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (changeMember.change(new ChangeMember.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), MemberPages.id(memberId),
        MemberChange.ofStatus(MembershipStatus.DEACTIVATED), visit.origin()))) {
      case ChangeMember.Outcome.Changed done -> pages.goTo(MemberPages.afterwards(visit, slug, memberId,
          MemberPages.path(slug, memberId)) + "?" + Notice.MEMBER_DEACTIVATED.query()).build();
      case ChangeMember.Outcome.LastOwner last -> pages.showAgain(visit, Code.LAST_OWNER.status(), members.ending(visit,
          slug, memberId, Way.DEACTIVATE, pages.messages(visit).text("refused.member.lastOwner"))).build();
      case ChangeMember.Outcome.LastBreakGlass last -> pages.showAgain(visit, Code.LAST_BREAK_GLASS.status(),
          members.ending(visit, slug, memberId, Way.DEACTIVATE,
              pages.messages(visit).text("refused.member.lastBreakGlass")))
          .build();
      // It takes nothing but the status.
      case ChangeMember.Outcome.TooManyBreakGlass many -> throw new Refused(MemberRefusals.BREAK_GLASS_LIMIT);
      case ChangeMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }
}
