package dev.latchkey.adapter.web.ssomove;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.ssomove.MoveMember;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /api/user/organizations/{organizationId}/members/{memberId}/move-to-sso}. */
@Dependent
@Path("/user/organizations/{organizationId}/members/{memberId}/move-to-sso")
@Produces(MediaType.APPLICATION_JSON)
public final class MoveMemberResource {
  private final MoveMember moveMember;

  @Inject
  public MoveMemberResource(MoveMember moveMember) {
    this.moveMember = moveMember;
  }

  @POST
  @NeedsSession(orKey = true)
  public Response move(@PathParam("organizationId") String organizationId, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId organization = OrganizationPath.id(organizationId);
    MembershipId member = OrganizationPath.child(memberId, MembershipId::new);
    return switch (moveMember.move(new MoveMember.Command(visit.actor(), organization, member, visit.origin()))) {
      case MoveMember.Outcome.Done done -> Success.ok("What has become of the member.",
          MoveData.of(done.member(), done.standing(), done.result()));
      case MoveMember.Outcome.NotActive not -> throw new Refused(MoveRefusals.NOT_ACTIVE);
      case MoveMember.Outcome.BreakGlass glass -> throw new Refused(MoveRefusals.BREAK_GLASS);
      case MoveMember.Outcome.NotConnected not -> throw new Refused(MoveRefusals.NOT_CONNECTED);
      case MoveMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }
}
