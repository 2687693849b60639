package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.InvitationsView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.page.view.RevokeInvitationView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.invitation.FindInvitation;
import dev.latchkey.application.invitation.ListInvitations;
import dev.latchkey.application.invitation.ResendInvitation;
import dev.latchkey.application.invitation.RevokeInvitation;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/invitations}: who is asked in, sending a mail again, and taking an invitation back. */
@Dependent
@Path("/organizations/{slug}/invitations")
@Produces(Pages.HTML)
public final class InvitationsPage {
  private final ListInvitations listInvitations;
  private final FindInvitation findInvitation;
  private final ResendInvitation resendInvitation;
  private final RevokeInvitation revokeInvitation;
  private final Pages pages;

  @Inject
  public InvitationsPage(ListInvitations listInvitations, FindInvitation findInvitation,
      ResendInvitation resendInvitation, RevokeInvitation revokeInvitation, Pages pages) {
    this.listInvitations = listInvitations;
    this.findInvitation = findInvitation;
    this.resendInvitation = resendInvitation;
    this.revokeInvitation = revokeInvitation;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam(Notice.PARAMETER) @Nullable String notice,
      @QueryParam("cursor") @Nullable String cursor, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return PartQuery.answer(request, part -> switch (listInvitations.list(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), part)) {
      case ListInvitations.Outcome.Found found -> pages.show(visit, view(visit, found, cursor == null),
          Notice.parse(notice));
      case ListInvitations.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    });
  }

  @POST
  @Path("/{invitationId}/resend")
  @NeedsSession
  public Response resend(@PathParam("slug") String slug, @PathParam("invitationId") String invitationId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (resendInvitation.resend(new ResendInvitation.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), id(invitationId), visit.locale(), visit.origin()))) {
      case ResendInvitation.Outcome.Resent resent -> backToList(slug, Notice.INVITATION_RESENT);
      case ResendInvitation.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
      case ResendInvitation.Outcome.AlreadyMember member -> backToList(slug, Notice.INVITED_IS_MEMBER);
      case ResendInvitation.Outcome.TooManyMails tooMany -> backToList(slug, Notice.TOO_MANY_INVITATIONS);
      case ResendInvitation.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @GET
  @Path("/{invitationId}/revoke")
  @NeedsSession
  public Response askBeforeRevoking(@PathParam("slug") String slug, @PathParam("invitationId") String invitationId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (findInvitation.find(visit.actor(), OrganizationPath.ofSlug(visit, slug), id(invitationId))) {
      case FindInvitation.Outcome.Found found -> pages.show(visit,
          new RevokeInvitationView(Pages.viewer(visit), OrganizationFrame.of(found.place()), invitationId,
              found.invitation().email().value()),
          Optional.empty());
      case FindInvitation.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
      case FindInvitation.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @Path("/{invitationId}/revoke")
  @NeedsSession
  public Response revoke(@PathParam("slug") String slug, @PathParam("invitationId") String invitationId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (revokeInvitation.revoke(new RevokeInvitation.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), id(invitationId), visit.origin()))) {
      case RevokeInvitation.Outcome.Revoked revoked -> backToList(slug, Notice.INVITATION_REVOKED);
      case RevokeInvitation.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
      case RevokeInvitation.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response backToList(String slug, Notice notice) {
    return pages.goTo(OrganizationSection.INVITATIONS.path(slug) + "?" + notice.query()).build();
  }

  private static InvitationId id(String segment) {
    return OrganizationPath.child(segment, InvitationId::new);
  }

  private static InvitationsView view(Visit visit, ListInvitations.Outcome.Found found, boolean newest) {
    OrganizationFrame frame = OrganizationFrame.of(found.place());
    Role own = found.place().membership().role();
    String older = found.invitations().nextCursor()
        .map(next -> OrganizationSection.INVITATIONS.path(frame.slug()) + "?cursor=" + next).orElse(null);
    return new InvitationsView(Pages.viewer(visit), frame,
        found.invitations().items().stream().map(entry -> line(entry, own)).toList(), older, newest);
  }

  private static InvitationsView.Line line(ListInvitations.Entry entry, Role own) {
    Invitation invitation = entry.sent().invitation();
    return new InvitationsView.Line(invitation.id().value(), invitation.email().value(), invitation.role(),
        entry.expired(), entry.sent().inviter().value(), invitation.sentAt(), invitation.expiresAt(),
        invitation.permission().isGrantedTo(own));
  }
}
