package dev.latchkey.adapter.web.sso;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.sso.ChangeCallback;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.TestSso;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.domain.sso.CallbackMode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Below {@code /api/user/organizations/{organizationId}/settings/sso}: trying it, and where people come back. */
@Dependent
@Path("/user/organizations/{organizationId}/settings/sso")
@Produces(MediaType.APPLICATION_JSON)
public final class SsoActionsResource {
  private final TestSso testSso;
  private final ChangeCallback changeCallback;
  private final CallbackAddresses addresses;

  @Inject
  public SsoActionsResource(TestSso testSso, ChangeCallback changeCallback, WebSettings settings) {
    this.testSso = testSso;
    this.changeCallback = changeCallback;
    this.addresses = new CallbackAddresses(settings.ownUrl(""));
  }

  @POST
  @Path("/test")
  @NeedsSession(orKey = true)
  public Response test(@PathParam("organizationId") String organizationId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (testSso.test(
        new TestSso.Command(visit.actor(), OrganizationPath.id(organizationId), visit.origin()))) {
      case TestSso.Outcome.Examined examined -> {
        TestData data = TestData.of(examined.examination());
        yield Success.ok(data.message(), data);
      }
      case TestSso.Outcome.TooManyTests tooMany -> throw new Refused(SsoFindings.tooManyTests(tooMany.retryAfter()));
      case TestSso.Outcome.NotConnected absent -> throw new Refused(Refusal.notFound());
      case TestSso.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  @PUT
  @Path("/callback")
  @Consumes(MediaType.APPLICATION_JSON)
  @NeedsSession(orKey = true)
  public Response callback(@PathParam("organizationId") String organizationId, CallbackBody body,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    CallbackMode mode = fields.required("mode", body.mode(), SsoActionsResource::mode)
        .orElseThrow(() -> new Refused(Refusal.invalid(fields.errors())));
    return switch (changeCallback.change(
        new ChangeCallback.Command(visit.actor(), OrganizationPath.id(organizationId), mode, visit.origin()))) {
      case ChangeCallback.Outcome.Changed changed -> Success.ok(
          "This is where people come back now. Register redirectUri at the identity provider.",
          SsoData.of(changed.connection(), changed.place().organization().slug(), addresses));
      case ChangeCallback.Outcome.NotConnected absent -> throw new Refused(Refusal.notFound());
      case ChangeCallback.Outcome.Enforced enforced -> throw new Refused(SsoProblems.ENFORCED);
      case ChangeCallback.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  /** @throws InvalidValue if it is neither */
  static CallbackMode mode(String word) {
    return Arrays.stream(CallbackMode.values()).filter(mode -> SsoInput.word(mode).equals(word)).findFirst()
        .orElseThrow(() -> new InvalidValue("mode", "UNKNOWN", "Please use shared or dedicated."));
  }

  record CallbackBody(@Nullable String mode) {}

  /** @param findings everything that would make a sign-in fail, the first of which stands beside it */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TestData(boolean success, @Nullable String code, String message, @Nullable String action,
      @Nullable List<SsoFindings.Finding> findings) {
    static TestData of(RelyingParty.Examination examination) {
      List<SsoFindings.Finding> findings = SsoFindings.of(examination.problems(), Messages.of(Locale.ENGLISH));
      return findings.isEmpty()
          ? new TestData(true, null, "SSO configuration is valid", null, null)
          : new TestData(false, findings.getFirst().code(), findings.getFirst().message(),
              findings.getFirst().action(), findings);
    }
  }
}
