package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.ApproveMember;
import dev.latchkey.application.member.RejectMember;
import dev.latchkey.domain.organization.MembershipId;
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

/** {@code …/members/{memberId}/approve} and {@code /reject}: deciding about somebody who waits to be let in. */
@Dependent
@Path("/user/organizations/{organizationId}/members/{memberId}")
@Produces(MediaType.APPLICATION_JSON)
public final class MemberApprovalResource {
  private final ApproveMember approveMember;
  private final RejectMember rejectMember;

  @Inject
  public MemberApprovalResource(ApproveMember approveMember, RejectMember rejectMember) {
    this.approveMember = approveMember;
    this.rejectMember = rejectMember;
  }

  @POST
  @Path("/approve")
  @NeedsSession(orKey = true)
  public Response approve(@PathParam("organizationId") String organizationId, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (approveMember.approve(new ApproveMember.Command(visit.actor(), OrganizationPath.id(organizationId),
        OrganizationPath.child(memberId, MembershipId::new), visit.origin()))) {
      case ApproveMember.Outcome.Approved approved -> Success.ok("The member is approved.",
          MemberData.of(approved.member()));
      case ApproveMember.Outcome.NotPending other -> throw new Refused(MemberRefusals.NOT_PENDING);
      case ApproveMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @POST
  @Path("/reject")
  @NeedsSession(orKey = true)
  public Response reject(@PathParam("organizationId") String organizationId, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (rejectMember.reject(new RejectMember.Command(visit.actor(), OrganizationPath.id(organizationId),
        OrganizationPath.child(memberId, MembershipId::new), visit.origin()))) {
      case RejectMember.Outcome.Rejected rejected -> Success.done("The person is turned away.");
      case RejectMember.Outcome.NotPending other -> throw new Refused(MemberRefusals.NOT_PENDING);
      case RejectMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }
}
