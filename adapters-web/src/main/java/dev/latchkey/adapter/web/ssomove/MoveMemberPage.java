package dev.latchkey.adapter.web.ssomove;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.ssomove.MoveMember;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.SsoMove;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST /organizations/{slug}/members/{memberId}/move-to-sso}: the button on a member's page. */
@Dependent
@Path("/organizations/{slug}/members/{memberId}/move-to-sso")
@Produces(Pages.HTML)
public final class MoveMemberPage {
  private final MoveMember moveMember;
  private final Pages pages;

  @Inject
  public MoveMemberPage(MoveMember moveMember, Pages pages) {
    this.moveMember = moveMember;
    this.pages = pages;
  }

  @POST
  @NeedsSession
  public Response move(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    MembershipId member = OrganizationPath.child(memberId, MembershipId::new);
    String path = OrganizationSection.MEMBERS.path(slug) + "/" + member.value() + "?";
    return switch (moveMember.move(new MoveMember.Command(visit.actor(), id, member, visit.origin()))) {
      case MoveMember.Outcome.Done done -> pages.goTo(path + notice(done).query()).build();
      case MoveMember.Outcome.NotActive not -> throw new Refused(MoveRefusals.NOT_ACTIVE);
      case MoveMember.Outcome.BreakGlass glass -> throw new Refused(MoveRefusals.BREAK_GLASS);
      case MoveMember.Outcome.NotConnected not -> throw new Refused(MoveRefusals.NOT_CONNECTED);
      case MoveMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private static Notice notice(MoveMember.Outcome.Done done) {
    return switch (done.result()) {
      case MOVED -> Notice.MOVED_TO_SSO;
      case MAILED -> Notice.MAILED_TO_SSO;
      case TOO_MANY_MAILS -> Notice.TOO_MANY_SSO_MAILS;
      case UNCHANGED -> done.standing() == SsoMove.NOT_LINKED ? Notice.NOT_LINKED_TO_SSO : Notice.NOTHING_TO_MOVE;
    };
  }
}
