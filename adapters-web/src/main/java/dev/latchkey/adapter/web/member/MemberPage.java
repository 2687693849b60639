package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.ReadMember;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.BreakGlassOwner;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/members/{memberId}}: one member, and the changes that need no second thought. */
@Dependent
@Path("/organizations/{slug}/members/{memberId}")
@Produces(Pages.HTML)
public final class MemberPage {
  private final MemberPages members;
  private final ChangeMember changeMember;
  private final Pages pages;

  @Inject
  public MemberPage(MemberPages members, ChangeMember changeMember, Pages pages) {
    this.members = members;
    this.changeMember = changeMember;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (members.read(visit, slug, memberId)) {
      case ReadMember.Outcome.Found found -> pages.show(visit,
          MemberPages.view(visit, found, null, null), Notice.parse(notice));
      case ReadMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @Path("/role")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changeRole(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      SubmittedForm form, @Context HttpServletRequest request) {
    Role role = MemberRefusals.judged(() -> Words.parser("role", Role.class).apply(form.typed("role")));
    return change(slug, memberId, MemberChange.ofRole(role), request);
  }

  @POST
  @Path("/contact")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changeContact(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      SubmittedForm form, @Context HttpServletRequest request) {
    Fields fields = new Fields();
    Optional<EmailAddress> contact =
        fields.optional("contactEmail", form.filled("contactEmail"), EmailAddress::parse);
    if (fields.errors().isEmpty()) {
      return change(slug, memberId, MemberChange.ofContact(contact), request);
    }
    Visit visit = Visit.of(request);
    Field wrong = new FormFields(form, fields.errors(), pages.messages(visit)).field("contactEmail");
    return again(visit, slug, memberId, 400, wrong, null);
  }

  @POST
  @Path("/break-glass")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changeBreakGlass(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      SubmittedForm form, @Context HttpServletRequest request) {
    return change(slug, memberId, MemberChange.ofBreakGlass(form.typed("breakGlass").equals("on")), request);
  }

  @POST
  @Path("/reactivate")
  @NeedsSession
  public Response reactivate(@PathParam("slug") String slug, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    return change(slug, memberId, MemberChange.ofStatus(MembershipStatus.ACTIVE), request);
  }

  private Response change(String slug, String memberId, MemberChange change, HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (MemberRefusals.judged(() -> changeMember.change(new ChangeMember.Command(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), MemberPages.id(memberId), change, visit.origin())))) {
      case ChangeMember.Outcome.Changed changed -> pages
          .goTo(MemberPages.path(slug, memberId) + "?" + Notice.MEMBER_CHANGED.query()).build();
      case ChangeMember.Outcome.LastOwner last -> again(visit, slug, memberId, Code.LAST_OWNER.status(), null,
          pages.messages(visit).text("refused.member.lastOwner"));
      case ChangeMember.Outcome.LastBreakGlass last ->
        again(visit, slug, memberId, Code.LAST_BREAK_GLASS.status(), null,
            pages.messages(visit).text("refused.member.lastBreakGlass"));
      case ChangeMember.Outcome.TooManyBreakGlass many -> again(visit, slug, memberId, Code.BREAK_GLASS_LIMIT.status(),
          null, pages.messages(visit).text("refused.member.tooManyBreakGlass", BreakGlassOwner.MOST));
      case ChangeMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response again(Visit visit, String slug, String memberId, int status, @Nullable Field contact,
      @Nullable String problem) {
    ReadMember.Outcome.Found found = members.found(visit, slug, memberId);
    return pages.showAgain(visit, status,
        MemberPages.view(visit, found, contact, problem)).build();
  }
}
