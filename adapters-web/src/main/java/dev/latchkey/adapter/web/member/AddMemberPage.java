package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.AddMemberView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.member.AddMember;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.organization.OrganizationId;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/members/add}: entering a person by hand, who can be set up afterwards. */
@Dependent
@Path("/organizations/{slug}/members/add")
@Produces(Pages.HTML)
public final class AddMemberPage {
  private final ReadOrganization readOrganization;
  private final AddMember addMember;
  private final Pages pages;

  @Inject
  public AddMemberPage(ReadOrganization readOrganization, AddMember addMember, Pages pages) {
    this.readOrganization = readOrganization;
    this.addMember = addMember;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn.Place place = place(visit, slug);
    return Permission.MANAGE_MEMBERS.isGrantedTo(place.membership().role())
        ? pages.show(visit, view(visit, place, Field.empty(), Field.empty(), Field.empty(),
            Field.of(Words.of(Role.AGENT)), null, false), Optional.empty())
        : Denials.page(pages, visit, new Denial.Forbidden(Permission.MANAGE_MEMBERS));
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    Fields fields = new Fields();
    Optional<PersonName> name = fields.required("name", form.filled("name"), PersonName::new);
    Optional<EmailAddress> email = fields.required("email", form.filled("email"), EmailAddress::parse);
    Optional<EmailAddress> contact =
        fields.optional("contactEmail", form.filled("contactEmail"), EmailAddress::parse);
    Optional<Role> role = fields.required("role", form.filled("role"), Words.parser("role", Role.class));
    if (!fields.errors().isEmpty()) {
      return again(visit, slug, 400, form, fields.errors(), null, false).build();
    }
    return switch (addMember.add(new AddMember.Command(visit.actor(), id, email.orElseThrow(), name.orElseThrow(),
        role.orElseThrow(), contact, visit.locale(), visit.origin()))) {
      case AddMember.Outcome.Added added -> pages.goTo(OrganizationSection.MEMBERS.path(slug) + "/"
          + added.member().id().value() + "?" + Notice.MEMBER_ADDED.query()).build();
      case AddMember.Outcome.AlreadyMember already -> again(visit, slug, Code.CONFLICT.status(), form,
          List.of(FieldError.of("email", "BELONGS_HERE", MemberRefusals.ALREADY_MEMBER.message())), null, false)
          .build();
      case AddMember.Outcome.AccountElsewhere elsewhere -> again(visit, slug, Code.CONFLICT.status(), form, List.of(),
          pages.messages(visit).text("refused.addMember.elsewhere"), true).build();
      case AddMember.Outcome.TooManyKnown tooMany -> again(visit, slug, 429, form, List.of(),
          pages.messages(visit).text("refused.addMember.tooManyKnown",
              Times.wait(pages.messages(visit), tooMany.retryAfter())),
          true)
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(tooMany.retryAfter())).build();
      case AddMember.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response.ResponseBuilder again(Visit visit, String slug, int status, SubmittedForm form,
      List<FieldError> errors,
      @Nullable String problem, boolean invite) {
    FormFields fields = new FormFields(form, errors, pages.messages(visit));
    return pages.showAgain(visit, status, view(visit, place(visit, slug), fields.field("name"), fields.field("email"),
        fields.field("contactEmail"), fields.field("role"), problem, invite));
  }

  private SignedIn.Place place(Visit visit, String slug) {
    return switch (readOrganization.read(visit.actor(), OrganizationPath.ofSlug(visit, slug))) {
      case ReadOrganization.Outcome.Found found -> found.place();
      case ReadOrganization.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private static AddMemberView view(Visit visit, SignedIn.Place place, Field name, Field email, Field contact,
      Field role, @Nullable String problem, boolean invite) {
    return new AddMemberView(Pages.viewer(visit), OrganizationFrame.of(place), name, email, contact, role,
        MemberActions.grantable(place.membership().role()), problem, invite);
  }
}
