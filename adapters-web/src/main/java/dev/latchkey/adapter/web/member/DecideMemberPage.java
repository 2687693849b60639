package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.EndMemberView.Way;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.ApproveMember;
import dev.latchkey.application.member.RejectMember;
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

/**
 * {@code /organizations/{slug}/members/{memberId}/approve} and {@code /reject}: deciding about somebody who waits. Letting
 * in can be taken back; turning away asks first.
 */
@Dependent
@Path("/organizations/{slug}/members/{memberId}")
@Produces(Pages.HTML)
public final class DecideMemberPage {
  private final MemberPages members;
  private final ApproveMember approveMember;
  private final RejectMember rejectMember;
  private final Pages pages;

  @Inject
  public DecideMemberPage(MemberPages members, ApproveMember approveMember, RejectMember rejectMember, Pages pages) {
    this.members = members;
    this.approveMember = approveMember;
    this.rejectMember = rejectMember;
    this.pages = pages;
  }

  @POST
  @Path("/approve")
  @NeedsSession
  public Response approve(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (approveMember.approve(new ApproveMember.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), MemberPages.id(memberId), visit.origin()))) {
      case ApproveMember.Outcome.Approved approved -> members(slug, Notice.MEMBER_APPROVED);
      case ApproveMember.Outcome.NotPending other -> members(slug, Notice.MEMBER_NOT_PENDING);
      case ApproveMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @GET
  @Path("/reject")
  @NeedsSession
  public Response ask(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(visit, members.ending(visit, slug, memberId, Way.REJECT, null), Optional.empty());
  }

  @POST
  @Path("/reject")
  @NeedsSession
  public Response reject(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (rejectMember.reject(new RejectMember.Command(visit.actor(), OrganizationPath.ofSlug(visit, slug),
        MemberPages.id(memberId), visit.origin()))) {
      case RejectMember.Outcome.Rejected rejected -> members(slug, Notice.MEMBER_REJECTED);
      case RejectMember.Outcome.NotPending other -> members(slug, Notice.MEMBER_NOT_PENDING);
      case RejectMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  /** Back to the list, where the next one may wait. */
  private Response members(String slug, Notice notice) {
    return pages.goTo(OrganizationSection.MEMBERS.path(slug) + "?" + notice.query()).build();
  }
}
