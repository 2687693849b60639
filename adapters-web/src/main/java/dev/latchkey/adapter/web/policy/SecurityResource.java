package dev.latchkey.adapter.web.policy;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.EmergencyAccess;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.RequirementChange.Loss;
import dev.latchkey.domain.policy.SsoReadiness;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/settings/security}: what the organization demands of its members. */
@Dependent
@Path("/user/organizations/{organizationId}/settings/security")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SecurityResource {
  private final ReadSecurity readSecurity;
  private final ChangeSecurity changeSecurity;
  private final PreviewSecurity previewSecurity;

  @Inject
  public SecurityResource(ReadSecurity readSecurity, ChangeSecurity changeSecurity, PreviewSecurity previewSecurity) {
    this.readSecurity = readSecurity;
    this.changeSecurity = changeSecurity;
    this.previewSecurity = previewSecurity;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response read(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    return switch (readSecurity.read(Visit.of(request).actor(), OrganizationPath.id(organizationId))) {
      case ReadSecurity.Outcome.Found found -> Success.ok("The security settings.",
          Settings.of(found.place().organization().requirement()));
      case ReadSecurity.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @PUT
  @NeedsSession(orKey = true)
  public Response change(@PathParam("organizationId") String organizationId, SecurityBody body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.id(organizationId);
    return switch (changeSecurity.change(new ChangeSecurity.Command(visit.actor(), id, body.requirement(),
        body.lockoutRiskAccepted(), visit.origin()))) {
      case ChangeSecurity.Outcome.Changed changed -> Success.ok("The security settings are changed.",
          Settings.of(changed.requirement()));
      case ChangeSecurity.Outcome.Refused refused -> throw new Refused(
          SecurityObstacles.refusal(refused.obstacles()));
      case ChangeSecurity.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @POST
  @Path("/preview")
  @NeedsSession(orKey = true)
  public Response preview(@PathParam("organizationId") String organizationId, SecurityBody body,
      @Context HttpServletRequest request) {
    OrganizationId id = OrganizationPath.id(organizationId);
    AuthenticationRequirement requirement = body.requirement();
    return switch (PartQuery.answer(request, part -> previewSecurity.preview(new PreviewSecurity.Command(
        Visit.of(request).actor(), id, requirement, body.lockoutRiskAccepted(), part)))) {
      case PreviewSecurity.Outcome.Foreseen foreseen -> Success.ok("Who would not get in any more.",
          Preview.of(foreseen, request.getParameter("cursor") == null));
      case PreviewSecurity.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  record Settings(String authRequired, boolean requireMfa) {
    static Settings of(AuthenticationRequirement requirement) {
      return new Settings(SecurityBody.text(requirement.authRequired()), requirement.requireMfa());
    }
  }

  /**
   * @param readiness what the organization has ready for single sign-on
   * @param obstacles the codes with which the change would be refused
   * @param breakGlass who gets in when the identity provider fails, and what keeps the others who should
   * @param counts how many are affected in all, by reason; null in all parts but the first
   */
  record Preview(SsoReadiness readiness, List<String> obstacles, List<BreakGlass> breakGlass,
      @Nullable Map<Loss, Integer> counts, List<Line> items, @Nullable String nextCursor) {
    static Preview of(PreviewSecurity.Outcome.Foreseen foreseen, boolean first) {
      Items<Line> lines = Items.of(foreseen.affected(), Line::of);
      Map<Loss, Integer> counts = new EnumMap<>(Loss.class);
      Arrays.stream(Loss.values()).forEach(loss -> counts.put(loss, foreseen.counts().getOrDefault(loss, 0)));
      return new Preview(foreseen.readiness(), foreseen.obstacles().stream().map(Enum::name).toList(),
          foreseen.emergency().stream().map(BreakGlass::of).toList(), first ? counts : null, lines.items(),
          lines.nextCursor());
    }
  }

  /** @param lacks what keeps this break-glass owner from getting in; empty if nothing does */
  record BreakGlass(String id, String email, String name, List<String> lacks) {
    static BreakGlass of(EmergencyAccess.Holder holder) {
      return new BreakGlass(holder.member().id().value(), holder.member().signInEmail().value(),
          holder.member().name().value(), holder.lacks().stream().map(Enum::name).toList());
    }
  }

  /** A member who gets in now and would not, with what is lacking. */
  record Line(String id, String userId, String email, String name, String role, String reason) {
    static Line of(PreviewSecurity.Affected affected) {
      Member member = affected.member();
      return new Line(member.id().value(), member.membership().userId().value(), member.signInEmail().value(),
          member.name().value(), member.membership().role().name().toLowerCase(Locale.ROOT), affected.loss().name());
    }
  }
}
