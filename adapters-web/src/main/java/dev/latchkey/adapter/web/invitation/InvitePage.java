package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.InviteView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.invitation.InviteMember;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/invitations/new}: asking somebody in. */
@Dependent
@Path("/organizations/{slug}/invitations/new")
@Produces(Pages.HTML)
public final class InvitePage {
  private static final Denial DENIAL = new Denial.Forbidden(Permission.MANAGE_MEMBERS);

  private final ReadOrganization readOrganization;
  private final InviteMember inviteMember;
  private final Pages pages;

  @Inject
  public InvitePage(ReadOrganization readOrganization, InviteMember inviteMember, Pages pages) {
    this.readOrganization = readOrganization;
    this.inviteMember = inviteMember;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn.Place place = read(visit, slug);
    return mayInvite(place)
        ? pages.show(visit, view(visit, place, Field.empty(), Field.of(InviteView.word(Role.AGENT)), null),
            Optional.empty())
        : Denials.page(pages, visit, DENIAL);
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn.Place place = read(visit, slug);
    if (!mayInvite(place)) {
      return Denials.page(pages, visit, DENIAL);
    }
    Fields fields = new Fields();
    Optional<InvitationInput> input = InvitationInput.parse(fields, form.filled("email"), form.filled("role"));
    return input.isEmpty()
        ? again(visit, place, 400, form, fields.errors(), null).build()
        : invite(visit, place, form, input.get());
  }

  private Response invite(Visit visit, SignedIn.Place place, SubmittedForm form, InvitationInput input) {
    return switch (inviteMember.invite(new InviteMember.Command(visit.actor(), place.organization().id(), input.email(),
        input.role(), visit.locale(), visit.origin()))) {
      case InviteMember.Outcome.Invited invited -> pages
          .goTo(OrganizationSection.INVITATIONS.path(place.organization().slug().value()) + "?"
              + Notice.INVITATION_SENT.query())
          .build();
      case InviteMember.Outcome.AlreadyMember member -> again(visit, place, 409, form,
          List.of(InvitationConflicts.member(member.status())), null).build();
      case InviteMember.Outcome.AlreadyInvited there -> again(visit, place, 409, form,
          List.of(InvitationConflicts.INVITED), null).build();
      case InviteMember.Outcome.TooManyMails tooMany -> again(visit, place, 429, form, List.of(),
          pages.messages(visit).text("refused.tooManyMails"))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(RecipientLimit.PERIOD)).build();
      case InviteMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response.ResponseBuilder again(Visit visit, SignedIn.Place place, int status, SubmittedForm form,
      List<FieldError> errors, @Nullable String problem) {
    FormFields fields = new FormFields(form, errors, pages.messages(visit));
    return pages.showAgain(visit, status,
        view(visit, place, fields.field("email"), fields.field("role"), problem));
  }

  private SignedIn.Place read(Visit visit, String slug) {
    return switch (readOrganization.read(visit.actor(), OrganizationPath.ofSlug(visit, slug))) {
      case ReadOrganization.Outcome.Found found -> found.place();
      case ReadOrganization.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private static boolean mayInvite(SignedIn.Place place) {
    return Permission.MANAGE_MEMBERS.isGrantedTo(place.membership().role());
  }

  private static InviteView view(Visit visit, SignedIn.Place place, Field email, Field role,
      @Nullable String problem) {
    List<Role> mayGive = Arrays.stream(Role.values())
        .filter(it -> Invitation.permissionFor(it).isGrantedTo(place.membership().role()))
        .sorted(Comparator.reverseOrder()).toList();
    return new InviteView(Pages.viewer(visit), OrganizationFrame.of(place), email, role, mayGive, problem);
  }
}
