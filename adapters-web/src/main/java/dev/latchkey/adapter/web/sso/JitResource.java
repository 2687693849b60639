package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.sso.ChangeJit;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.sso.JitSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/organizations/{organizationId}/settings/jit}: what becomes of people who are new there. */
@Dependent
@Path("/user/organizations/{organizationId}/settings/jit")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JitResource {
  private final ReadSso readSso;
  private final ChangeJit changeJit;

  @Inject
  public JitResource(ReadSso readSso, ChangeJit changeJit) {
    this.readSso = readSso;
    this.changeJit = changeJit;
  }

  @GET
  @NeedsSession(orKey = true)
  public Response read(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    return switch (readSso.read(Visit.of(request).actor(), OrganizationPath.id(organizationId))) {
      case ReadSso.Outcome.Found found -> Success.ok("What becomes of people who are new.", Data.of(found.jit()));
      case ReadSso.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @PUT
  @NeedsSession(orKey = true)
  public Response change(@PathParam("organizationId") String organizationId, Body body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    JitSettings settings = body.settings();
    return switch (changeJit.change(
        new ChangeJit.Command(visit.actor(), OrganizationPath.id(organizationId), settings, visit.origin()))) {
      case ChangeJit.Outcome.Changed changed -> Success.ok("What becomes of people who are new is changed.",
          Data.of(changed.settings()));
      case ChangeJit.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  record Body(@Nullable Boolean enabled, @Nullable String defaultRole,
      @Nullable List<@Nullable String> allowedDomains) {

    /** @throws Refused if anything about it is wrong, with all that is */
    JitSettings settings() {
      Fields fields = new Fields();
      fields.required("enabled", enabled == null ? null : enabled.toString(), Boolean::valueOf);
      List<@Nullable String> domains = allowedDomains == null ? new ArrayList<>() : allowedDomains;
      JitSettings settings = JitInput.parse(fields, Boolean.TRUE.equals(enabled), defaultRole, domains)
          .orElse(JitSettings.INITIAL);
      List<FieldError> errors = new ArrayList<>(fields.errors());
      if (allowedDomains == null) {
        errors.add(FieldError.of("allowedDomains", "REQUIRED", "Please fill this in."));
      }
      if (!errors.isEmpty()) {
        throw new Refused(Refusal.invalid(errors));
      }
      return settings;
    }
  }

  record Data(boolean enabled, String defaultRole, List<String> allowedDomains) {
    static Data of(JitSettings settings) {
      return new Data(settings.enabled(), SsoInput.word(settings.defaultRole()),
          settings.allowedDomains().stream().map(DomainName::value).toList());
    }
  }
}
