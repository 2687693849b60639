package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.mfa.ReadSecondFactor;
import dev.latchkey.application.mfa.RenewRecoveryCodes;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.policy.MfaState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/auth/mfa}: the account's second factor as a whole. */
@Dependent
@Path("/auth/mfa")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MfaResource {
  private final ReadSecondFactor readSecondFactor;
  private final RenewRecoveryCodes renewRecoveryCodes;

  @Inject
  public MfaResource(ReadSecondFactor readSecondFactor, RenewRecoveryCodes renewRecoveryCodes) {
    this.readSecondFactor = readSecondFactor;
    this.renewRecoveryCodes = renewRecoveryCodes;
  }

  @GET
  @NeedsSession
  public Response read(@Context HttpServletRequest request) {
    return Success.ok("Your second factor.",
        SecondFactorData.of(readSecondFactor.read(Visit.of(request).session().signedIn())));
  }

  /** Changes nothing: it only says whether the offer to set one up may be declined. */
  @POST
  @Path("/skip")
  @NeedsSession
  public Response skip(@Context HttpServletRequest request) {
    LiveSession live = Visit.of(request).session();
    if (MfaState.of(live.signedIn()) == MfaState.ENROL) {
      throw new Refused(MfaRefusals.NOT_OPTIONAL);
    }
    return Success.ok("You can set up a second factor later.", SignedInData.of(live));
  }

  @POST
  @Path("/recovery-codes")
  @NeedsSession
  public Response renew(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (renewRecoveryCodes.renew(visit.session().signedIn(), visit.origin())) {
      case RenewRecoveryCodes.Outcome.Renewed renewed -> Success.ok(
          "These replace all recovery codes from before. They are not shown again.",
          RecoveryCodeData.of(renewed.recoveryCodes()));
      case RenewRecoveryCodes.Outcome.NotEnrolled notEnrolled -> throw new Refused(MfaRefusals.NOT_ENROLLED);
      case RenewRecoveryCodes.Outcome.ProofTooOld tooOld -> throw new Refused(MfaRefusals.PROOF_TOO_OLD);
    };
  }
}
