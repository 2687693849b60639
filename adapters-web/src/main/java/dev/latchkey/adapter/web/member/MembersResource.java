package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.AddMember;
import dev.latchkey.application.member.ListMembers;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/members}: who belongs to it, and entering somebody by hand. */
@Dependent
@Path("/user/organizations/{organizationId}/members")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {
  private final ListMembers listMembers;
  private final AddMember addMember;

  @Inject
  public MembersResource(ListMembers listMembers, AddMember addMember) {
    this.listMembers = listMembers;
    this.addMember = addMember;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response list(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.id(organizationId);
    return switch (PartQuery.answer(request, part -> listMembers
        .list(new ListMembers.Command(visit.actor(), id, MemberQuery.parse(request), part)))) {
      case ListMembers.Outcome.Full full -> Success.ok("The members.", Items.of(full.part(), MemberData::of));
      case ListMembers.Outcome.Names names ->
        Success.ok("The members, by name.", Items.of(names.part(), MemberData.Named::of));
      case ListMembers.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @POST
  @NeedsSession(orKey = true)
  public Response add(@PathParam("organizationId") String organizationId, MemberBody body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.id(organizationId);
    return switch (addMember.add(body.parse(visit, id))) {
      case AddMember.Outcome.Added added -> Success.answer(201, "The member is added.", MemberData.of(added.member()))
          .build();
      case AddMember.Outcome.AlreadyMember already -> throw new Refused(MemberRefusals.ALREADY_MEMBER);
      case AddMember.Outcome.AccountElsewhere elsewhere -> throw new Refused(MemberRefusals.ACCOUNT_ELSEWHERE);
      case AddMember.Outcome.TooManyKnown tooMany -> throw new Refused(
          MemberRefusals.tooManyKnown(tooMany.retryAfter()));
      case AddMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  record MemberBody(@Nullable String email, @Nullable String name, @Nullable String role,
      @Nullable String contactEmail) {

    AddMember.Command parse(Visit visit, OrganizationId organization) {
      Fields fields = new Fields();
      Optional<EmailAddress> address = fields.required("email", email, EmailAddress::parse);
      Optional<PersonName> called = fields.required("name", name, PersonName::new);
      Optional<Role> given = fields.required("role", role, Words.parser("role", Role.class));
      Optional<EmailAddress> contact = fields.optional("contactEmail", contactEmail, EmailAddress::parse);
      fields.check();
      return new AddMember.Command(visit.actor(), organization, address.orElseThrow(), called.orElseThrow(),
          given.orElseThrow(), contact, visit.locale(), visit.origin());
    }
  }
}
