package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.ReadMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/members/{memberId}}: one member. */
@Dependent
@Path("/user/organizations/{organizationId}/members/{memberId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MemberResource {
  private final ReadMember readMember;
  private final ChangeMember changeMember;
  private final RemoveMember removeMember;

  @Inject
  public MemberResource(ReadMember readMember, ChangeMember changeMember, RemoveMember removeMember) {
    this.readMember = readMember;
    this.changeMember = changeMember;
    this.removeMember = removeMember;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response read(@PathParam("organizationId") String organizationId, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    OrganizationId organization = OrganizationPath.id(organizationId);
    MembershipId member = OrganizationPath.child(memberId, MembershipId::new);
    return switch (readMember.read(Visit.of(request).actor(), organization, member)) {
      case ReadMember.Outcome.Found found -> Success.ok("The member.", MemberData.of(found.member()));
      case ReadMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @PATCH
  @NeedsSession(orKey = true)
  public Response change(@PathParam("organizationId") String organizationId, @PathParam("memberId") String memberId,
      ChangeBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId organization = OrganizationPath.id(organizationId);
    MembershipId member = OrganizationPath.child(memberId, MembershipId::new);
    return switch (MemberRefusals.judged(() -> changeMember.change(new ChangeMember.Command(visit.actor(),
        organization, member, body.parse(), visit.origin())))) {
      case ChangeMember.Outcome.Changed changed ->
        Success.ok("The member is changed.", MemberData.of(changed.member()));
      case ChangeMember.Outcome.LastOwner last -> throw new Refused(MemberRefusals.LAST_OWNER);
      case ChangeMember.Outcome.LastBreakGlass last -> throw new Refused(MemberRefusals.LAST_BREAK_GLASS);
      case ChangeMember.Outcome.TooManyBreakGlass many -> throw new Refused(MemberRefusals.BREAK_GLASS_LIMIT);
      case ChangeMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @DELETE
  @NeedsSession(orKey = true)
  public Response remove(@PathParam("organizationId") String organizationId, @PathParam("memberId") String memberId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId organization = OrganizationPath.id(organizationId);
    MembershipId member = OrganizationPath.child(memberId, MembershipId::new);
    return switch (removeMember
        .remove(new RemoveMember.Command(visit.actor(), organization, member, visit.origin()))) {
      case RemoveMember.Outcome.Removed removed -> Success.done("The member is removed.");
      case RemoveMember.Outcome.LastOwner last -> throw new Refused(MemberRefusals.LAST_OWNER);
      case RemoveMember.Outcome.LastBreakGlass last -> throw new Refused(MemberRefusals.LAST_BREAK_GLASS);
      case RemoveMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  /** What is absent stays; an empty {@code contactEmail} takes the contact address away. */
  record ChangeBody(@Nullable String role, @Nullable String status, @Nullable String contactEmail,
      @Nullable Boolean breakGlass) {

    MemberChange parse() {
      Fields fields = new Fields();
      Optional<Role> newRole = fields.optional("role", role, Words.parser("role", Role.class));
      Optional<MembershipStatus> newStatus = fields.optional("status", status,
          Words.parser("status", MembershipStatus.class));
      Optional<MemberChange.Contact> contact = fields.optional("contactEmail", contactEmail, ChangeBody::contact);
      fields.check();
      return new MemberChange(newRole, newStatus, Optional.ofNullable(breakGlass), contact);
    }

    private static MemberChange.Contact contact(String typed) {
      return new MemberChange.Contact(typed.isEmpty() ? Optional.empty() : Optional.of(EmailAddress.parse(typed)));
    }
  }
}
