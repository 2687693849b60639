package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.invitation.InviteMember;
import dev.latchkey.application.invitation.ListInvitations;
import dev.latchkey.application.invitation.ResendInvitation;
import dev.latchkey.application.invitation.RevokeInvitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/invitations}. */
@Dependent
@Path("/user/organizations/{organizationId}/invitations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationsResource {
  private final ListInvitations listInvitations;
  private final InviteMember inviteMember;
  private final ResendInvitation resendInvitation;
  private final RevokeInvitation revokeInvitation;

  @Inject
  public InvitationsResource(ListInvitations listInvitations, InviteMember inviteMember,
      ResendInvitation resendInvitation, RevokeInvitation revokeInvitation) {
    this.listInvitations = listInvitations;
    this.inviteMember = inviteMember;
    this.resendInvitation = resendInvitation;
    this.revokeInvitation = revokeInvitation;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response list(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    OrganizationId organization = OrganizationPath.id(organizationId);
    return PartQuery.answer(request,
        part -> switch (listInvitations.list(Visit.of(request).actor(), organization, part)) {
          case ListInvitations.Outcome.Found found -> Success.ok("The invitations.",
              Items.of(found.invitations(), entry -> InvitationData.of(entry.sent(), entry.expired())));
          case ListInvitations.Outcome.Denied denied -> throw Denials.refused(denied.denial());
        });
  }

  @POST
  @NeedsSession(orKey = true)
  public Response invite(@PathParam("organizationId") String organizationId, InviteBody body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId organization = OrganizationPath.id(organizationId);
    InvitationInput input = InvitationInput.require(body.email(), body.role());
    return switch (inviteMember.invite(new InviteMember.Command(visit.actor(), organization, input.email(),
        input.role(), visit.locale(), visit.origin()))) {
      case InviteMember.Outcome.Invited invited -> Success
          .answer(201, "The invitation is on its way.", InvitationData.of(invited.sent(), false)).build();
      case InviteMember.Outcome.AlreadyMember member ->
        throw InvitationConflicts.refused(InvitationConflicts.member(member.status()));
      case InviteMember.Outcome.AlreadyInvited there -> throw InvitationConflicts.refused(InvitationConflicts.INVITED);
      case InviteMember.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
      case InviteMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @POST
  @Path("/{invitationId}/resend")
  @NeedsSession(orKey = true)
  public Response resend(@PathParam("organizationId") String organizationId,
      @PathParam("invitationId") String invitationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (resendInvitation.resend(new ResendInvitation.Command(visit.actor(),
        OrganizationPath.id(organizationId), OrganizationPath.child(invitationId, InvitationId::new), visit.locale(),
        visit.origin()))) {
      case ResendInvitation.Outcome.Resent resent -> Success.ok("Another mail is on its way; its link replaces the"
          + " one before.", InvitationData.of(resent.sent(), false));
      case ResendInvitation.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
      case ResendInvitation.Outcome.AlreadyMember member ->
        throw InvitationConflicts.refused(InvitationConflicts.member(member.status()));
      case ResendInvitation.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
      case ResendInvitation.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @DELETE
  @Path("/{invitationId}")
  @NeedsSession(orKey = true)
  public Response revoke(@PathParam("organizationId") String organizationId,
      @PathParam("invitationId") String invitationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (revokeInvitation.revoke(new RevokeInvitation.Command(visit.actor(),
        OrganizationPath.id(organizationId), OrganizationPath.child(invitationId, InvitationId::new),
        visit.origin()))) {
      case RevokeInvitation.Outcome.Revoked revoked -> Success.done("The invitation is revoked.");
      case RevokeInvitation.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
      case RevokeInvitation.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  record InviteBody(@Nullable String email, @Nullable String role) {}
}
