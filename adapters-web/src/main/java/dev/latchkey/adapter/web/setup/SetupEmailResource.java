package dev.latchkey.adapter.web.setup;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.setup.SendSetupEmail;
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

/** {@code POST …/members/{memberId}/setup-email}: mails a member the link with which they set up their sign-in. */
@Dependent
@Path("/user/organizations/{organizationId}/members/{memberId}/setup-email")
@Produces(MediaType.APPLICATION_JSON)
public final class SetupEmailResource {
  private final SendSetupEmail sendSetupEmail;

  @Inject
  public SetupEmailResource(SendSetupEmail sendSetupEmail) {
    this.sendSetupEmail = sendSetupEmail;
  }

  @POST
  @NeedsSession(orKey = true)
  public Response send(@PathParam("organizationId") String organizationId, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (sendSetupEmail.send(new SendSetupEmail.Command(visit.actor(), OrganizationPath.id(organizationId),
        OrganizationPath.child(memberId, MembershipId::new), visit.origin()))) {
      case SendSetupEmail.Outcome.Sent sent -> Success.accepted("The mail is on its way.",
          new SentTo(sent.to().value()));
      case SendSetupEmail.Outcome.NotActive inactive -> throw new Refused(
          Refusal.of(Code.CONFLICT, "This member isn't active. Please reactivate them first."));
      case SendSetupEmail.Outcome.NotForThem other -> throw new Refused(Refusal.of(Code.CONFLICT,
          "This person has something to sign in with, or belongs to another organization, too. They can reset a "
              + "forgotten password on the sign-in page."));
      case SendSetupEmail.Outcome.SsoEnforced enforced -> throw new Refused(Refusal.of(Code.SSO_ENFORCED,
          "This organization requires single sign-on, so a password would open nothing. Invite the person, or move "
              + "them to single sign-on; they come in through the identity provider."));
      case SendSetupEmail.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
      case SendSetupEmail.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  /** @param email where the mail goes */
  record SentTo(String email) {}
}
