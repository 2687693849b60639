package dev.latchkey.adapter.web.audit;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/audit-events/what-if}: what would come of a sign-in. */
@Dependent
@Path("/user/organizations/{organizationId}/audit-events/what-if")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class WhatIfResource {
  private final ForeseeSignIn foreseeSignIn;

  @Inject
  public WhatIfResource(ForeseeSignIn foreseeSignIn) {
    this.foreseeSignIn = foreseeSignIn;
  }

  @POST
  @NeedsSession(orKey = true)
  @EntryRoute
  public Response ask(@PathParam("organizationId") String organizationId, Question question,
      @Context HttpServletRequest request) {
    OrganizationId id = OrganizationPath.id(organizationId);
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", question.email(), EmailAddress::parse);
    Optional<SignInMethod> method = fields.required("method", question.method(), WhatIfInput::method);
    fields.check();
    return switch (foreseeSignIn.foresee(new ForeseeSignIn.Query(Visit.of(request).actor(), id, email.orElseThrow(),
        method.orElseThrow()))) {
      case ForeseeSignIn.Outcome.Foreseen foreseen -> Success.ok("What would come of it.",
          Forecast.of(foreseen.forecast()));
      case ForeseeSignIn.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  record Question(@Nullable String email, @Nullable String method) {}

  /** @param chain the rules in the order in which they were looked at */
  record Forecast(String answer, List<AuditEventData.Rule> chain) {
    static Forecast of(SignInForecast forecast) {
      return new Forecast(forecast.answer().name(),
          forecast.chain().stream().map(AuditEventData.Rule::of).toList());
    }
  }
}
